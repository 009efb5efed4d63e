process.stdout.write('Lotse has no house yet.\n')
