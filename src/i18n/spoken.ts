// Spoken languages, for the interpreter: what people speak is not always what they read.

/**
 * A language somebody can be talked to in; `german` is what staff and interpreters read. `also`: how people
 * type it where that is neither a name of it in a language Lotse can be read in nor a slip of one.
 */
export type SpokenLanguage = {
  key: string
  nativeName: string
  german: string
  also?: readonly string[]
}

export const spokenLanguages: readonly SpokenLanguage[] = [
  { key: 'ar', nativeName: 'العربية', german: 'Arabisch', also: ['عربي', 'عربية', 'Arabi'] },
  { key: 'fa', nativeName: 'فارسی (ایران)', german: 'Farsi (Iran)', also: ['Iranisch', 'ایرانی'] },
  // "Afghan" is said of Dari and of Pashto.
  {
    key: 'prs',
    nativeName: 'دری (افغانستان)',
    german: 'Dari (Afghanistan)',
    also: ['Afghanisch', 'Afghani', 'Afghan', 'افغانی'],
  },
  {
    key: 'ps',
    nativeName: 'پښتو',
    german: 'Paschtu',
    also: ['Paschto', 'Pashtu', 'Pashto', 'Afghanisch', 'Afghani', 'Afghan', 'افغانی'],
  },
  { key: 'ckb', nativeName: 'سۆرانی', german: 'Sorani (Zentralkurdisch)' },
  {
    key: 'kmr',
    nativeName: 'Kurmancî',
    german: 'Kurmandschi (Nordkurdisch)',
    also: ['Kurmandji', 'Kurmanji', 'کرمانجی', 'کورمانجی', 'كرمنجي'],
  },
  // Kurmanji of Dohuk and of many Yazidis, whose readers often know the Arabic script only.
  {
    key: 'kmr-bahdini',
    nativeName: 'بادینی (Behdînî)',
    german: 'Bahdini (Kurmandschi, Irak)',
    also: [
      'Behdini',
      'Badini',
      'Badinani',
      'Bahdinani',
      'بهدینی',
      'بەهدینی',
      'بادینانی',
      'بهدينان',
    ],
  },
  { key: 'tr', nativeName: 'Türkçe', german: 'Türkisch', also: ['تركي', 'Turki'] },
  { key: 'uk', nativeName: 'Українська', german: 'Ukrainisch', also: ['أوكراني'] },
  { key: 'ru', nativeName: 'Русский', german: 'Russisch', also: ['روسي', 'по-русски'] },
  { key: 'bg', nativeName: 'Български', german: 'Bulgarisch', also: ['بلغاري'] },
  {
    key: 'ro',
    nativeName: 'Română',
    german: 'Rumänisch',
    also: ['روماني', 'Moldauisch', 'Moldovenească', 'молдавська', 'молдавский'],
  },
  {
    key: 'rom',
    nativeName: 'Romani ćhib',
    german: 'Romani',
    also: ['Romanes', 'Romany', 'Romanca', 'ромски', 'ромська', 'ромский'],
  },
  { key: 'sq', nativeName: 'Shqip', german: 'Albanisch', also: ['ألباني'] },
  { key: 'pl', nativeName: 'Polski', german: 'Polnisch' },
  { key: 'it', nativeName: 'Italiano', german: 'Italienisch', also: ['إيطالي'] },
  { key: 'es', nativeName: 'Español', german: 'Spanisch', also: ['إسباني'] },
  { key: 'fr', nativeName: 'Français', german: 'Französisch', also: ['فرنسي'] },
  { key: 'en', nativeName: 'English', german: 'Englisch', also: ['إنجليزي', 'انكليزي'] },
  {
    key: 'ti',
    nativeName: 'ትግርኛ',
    german: 'Tigrinya',
    also: ['Tigrigna', 'Tigrina', 'Tigrinisch', 'تغرينية', 'تيغرينيا', 'تجرينية'],
  },
  { key: 'am', nativeName: 'አማርኛ', german: 'Amharisch', also: ['Amarigna', 'Amarinya', 'أمهري'] },
  {
    key: 'so',
    nativeName: 'Soomaali',
    german: 'Somali',
    also: ['Somalisch', 'Af Soomaali', 'صومالي'],
  },
  // No language is German with the hands: it has no writing of its own, so each locale names it.
  {
    key: 'dgs',
    nativeName: 'Deutsche Gebärdensprache (DGS)',
    german: 'Deutsche Gebärdensprache (DGS)',
    also: [
      ...[
        'DGS',
        'Gebärdensprache',
        'Gehörlos',
        'Sign language',
        'Deaf',
        'لغة الإشارة',
        'زبان اشاره',
      ],
      ...['زمانی ئاماژە', 'Zimanê îşaretan', 'İşaret dili', 'Жестова мова', 'Жестовый язык'],
      ...['Жестов език', 'Жестомимичен език', 'Limbajul semnelor', 'Limba semnelor'],
    ],
  },
  {
    key: 'de',
    nativeName: 'Deutsch',
    german: 'Deutsch',
    also: ['ألماني', 'Nemački', 'по-немецки'],
  },
]
