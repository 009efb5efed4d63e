// What each listener hears at some instants, clip by clip. Checked by hand, line by line.

export const SAID_AT = [
  '2026-03-18T13:05:00Z',
  '2026-06-30T22:00:00Z',
  '2028-02-29T11:00:00Z',
  '2026-12-31T22:59:00Z',
] as const

export const SAID: Record<string, readonly string[]> = {
  ar: [
    'الأربعاء | الثامن عشر من | آذار، مارس | الساعة الثانية بعد الظهر | وخمس دقائق',
    'الأربعاء | الأول من | تموز، يوليو | الساعة الثانية عشرة منتصف الليل',
    'الثلاثاء | التاسع والعشرين من | شباط، فبراير | الساعة الثانية عشرة ظهرًا',
    'الخميس | الحادي والثلاثين من | كانون الأول، ديسمبر | الساعة الحادية عشرة ليلًا | وتسع وخمسون دقيقة',
  ],
  fa: [
    'چهارشنبه | هجدهم | مارس | برابر با | بیست و هفتم | اسفند | ساعت چهارده | و پنج دقیقه',
    'چهارشنبه | یکم | ژوئیه | برابر با | دهم | تیر | ساعت صفر',
    'سه‌شنبه | بیست و نهم | فوریه | برابر با | دهم | اسفند | ساعت دوازده',
    'پنجشنبه | سی و یکم | دسامبر | برابر با | دهم | دی | ساعت بیست و سه | و پنجاه و نه دقیقه',
  ],
  prs: [
    'چهارشنبه | هژدهم | مارچ | برابر با | بیست و هفتم | حوت | ساعت دو بعد از ظهر | و پنج دقیقه',
    'چهارشنبه | یکم | جولای | برابر با | دهم | سرطان | ساعت دوازده شب',
    'سه‌شنبه | بیست و نهم | فبروری | برابر با | دهم | حوت | ساعت دوازده ظهر',
    'پنجشنبه | سی و یکم | دسمبر | برابر با | دهم | جدی | ساعت یازده شب | و پنجاه و نه دقیقه',
  ],
  ckb: [
    'چوارشەممە | هەژدەی | ئازار | کاتژمێر دووی پاش نیوەڕۆ | و پێنج خولەک',
    'چوارشەممە | یەکی | تەممووز | کاتژمێر دوازدەی نیوەشەو',
    'سێشەممە | بیست و نۆی | شوبات | کاتژمێر دوازدەی نیوەڕۆ',
    'پێنجشەممە | سی و یەکی | کانوونی یەکەم | کاتژمێر یازدەی شەو | و پەنجا و نۆ خولەک',
  ],
  kmr: [
    'çarşem | hejdehê | Adarê | saet çardeh | û pênc deqe',
    'çarşem | yekê | Tîrmehê | saet sifir',
    'sêşem | bîst û nehê | Sibatê | saet diwazdeh',
    'pêncşem | sî û yekê | Berfanbarê | saet bîst û sê | û pêncî û neh deqe',
  ],
  tr: [
    'on sekiz | Mart | Çarşamba | saat on dört | sıfır beş',
    'bir | Temmuz | Çarşamba | saat sıfır',
    'yirmi dokuz | Şubat | Salı | saat on iki',
    'otuz bir | Aralık | Perşembe | saat yirmi üç | elli dokuz',
  ],
  uk: [
    'середа | вісімнадцяте | березня | чотирнадцять | нуль пʼять',
    'середа | перше | липня | нуль | нуль нуль',
    'вівторок | двадцять девʼяте | лютого | дванадцять | нуль нуль',
    'четвер | тридцять перше | грудня | двадцять три | пʼятдесят девʼять',
  ],
  bg: [
    'сряда | осемнадесети | март | четиринадесет часа | и пет минути',
    'сряда | първи | юли | нула часа',
    'вторник | двадесет и девети | февруари | дванадесет часа',
    'четвъртък | тридесет и първи | декември | двадесет и три часа | и петдесет и девет минути',
  ],
  ro: [
    'miercuri | optsprezece | martie | ora paisprezece | și cinci minute',
    'miercuri | întâi | iulie | ora zero',
    'marți | douăzeci și nouă | februarie | ora douăsprezece',
    'joi | treizeci și unu | decembrie | ora douăzeci și trei | și cincizeci și nouă de minute',
  ],
  en: [
    'Wednesday | the eighteenth of | March | fourteen | oh five',
    "Wednesday | the first of | July | zero | o'clock",
    "Tuesday | the twenty-ninth of | February | twelve | o'clock",
    'Thursday | the thirty-first of | December | twenty-three | fifty-nine',
  ],
  de: [
    'Mittwoch | achtzehnter | März | vierzehn Uhr | fünf',
    'Mittwoch | erster | Juli | null Uhr',
    'Dienstag | neunundzwanzigster | Februar | zwölf Uhr',
    'Donnerstag | einunddreißigster | Dezember | dreiundzwanzig Uhr | neunundfünfzig',
  ],
}
