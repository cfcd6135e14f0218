"""Arabic letters and marks by name, as Unicode names them."""

HAMZA = "\u0621"
ALEF_MADDA = "\u0622"
ALEF_HAMZA_ABOVE = "\u0623"
WAW_HAMZA = "\u0624"
ALEF_HAMZA_BELOW = "\u0625"
YEH_HAMZA = "\u0626"
ALEF = "\u0627"
TEH_MARBUTA = "\u0629"
TATWEEL = "\u0640"
HEH = "\u0647"
WAW = "\u0648"
ALEF_MAKSURA = "\u0649"
YEH = "\u064a"
ALEF_WASLA = "\u0671"
SMALL_WAW = "\u06e5"
SMALL_YEH = "\u06e6"

ZERO_WIDTH_NON_JOINER = "\u200c"
ZERO_WIDTH_JOINER = "\u200d"

# Every combining mark of the Arabic blocks: vowels, Quranic annotation, and the extended marks that
# pyarabic leaves out (Unicode 16, blocks Arabic, Arabic Extended-A and Arabic Extended-B).
MARKS = "".join(
    chr(code)
    for first, last in (
        (0x0610, 0x061A),
        (0x064B, 0x065F),
        (0x0670, 0x0670),
        (0x06D6, 0x06DC),
        (0x06DF, 0x06E4),
        (0x06E7, 0x06E8),
        (0x06EA, 0x06ED),
        (0x0897, 0x089F),
        (0x08CA, 0x08E1),
        (0x08E3, 0x08FF),
    )
    for code in range(first, last + 1)
)

# Quranic annotation too, though letters to Unicode: long vowels that are said and not written.
SMALL_LETTERS = SMALL_WAW + SMALL_YEH

# Every letter of the Arabic blocks and of the shapes of old fonts.
ARABIC_LETTERS = "".join(
    chr(code)
    for first, last in (
        (0x0600, 0x06FF),
        (0x0750, 0x077F),
        (0x0870, 0x08FF),
        (0xFB50, 0xFDFF),
        (0xFE70, 0xFEFC),
    )
    for code in range(first, last + 1)
    if chr(code).isalpha()
)

# Invisible characters that stand inside words without being letters.
JOINERS = ZERO_WIDTH_NON_JOINER + ZERO_WIDTH_JOINER + "\u2060\ufeff"

# Letters of Persian, Urdu and Kurdish keyboards, and the Arabic letter that stands in their place.
FOREIGN_LETTERS = {
    "\u06a9": "\u0643",  # keheh → kaf
    "\u06aa": "\u0643",  # swash kaf → kaf
    "\u06af": "\u0643",  # gaf → kaf
    "\u067e": "\u0628",  # peh → beh
    "\u0686": "\u062c",  # tcheh → jeem
    "\u0698": "\u0632",  # jeh → zain
    "\u06a4": "\u0641",  # veh → feh
    "\u06a8": "\u0642",  # qaf with three dots → qaf
    "\u06cc": "\u064a",  # Farsi yeh → yeh
    "\u06d0": "\u064a",  # e → yeh
    "\u06d2": "\u064a",  # yeh barree → yeh
    "\u06be": "\u0647",  # heh doachashmee → heh
    "\u06c0": "\u0647",  # heh with yeh above → heh
    "\u06c1": "\u0647",  # heh goal → heh
    "\u06c3": "\u0629",  # teh marbuta goal → teh marbuta
    "\u06d5": "\u0647",  # ae → heh
}
