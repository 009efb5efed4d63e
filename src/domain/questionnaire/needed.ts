// Questions whose answers whoever helps must have.

/** Shown of a request nobody has taken over, with those its urgency follows from. */
export const FRONT_QUESTIONS: readonly string[] = ['urgent', 'reason', 'heard', 'topics', 'spoken']

/** Answers no carrier can be kept from: nobody could help without, or knew how urgent it is. */
export const NEEDED_BY_ALL: readonly string[] = [...FRONT_QUESTIONS, 'safe', 'age', 'household']
