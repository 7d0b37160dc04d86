"""What a paragraph is: headline, body, caption, or furniture that no editor wrote as part of the article.

A sentence that counts dead or hurt people is never furniture, whatever it begins with.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Zone(StrEnum):
    """What part of an article a paragraph is."""

    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"
    FURNITURE = "furniture"  # banners, newsletter boxes, read-also links, cookie notices


_LOOKED_AT = 400  # code points of a paragraph's beginning and end that are looked at
_HEADLINE = 200  # code points; a longer paragraph is no headline
_LABEL_LENGTH = 25
_SHORT = 90  # code points; a longer one is no page furniture of the kind that is only words

_I = re.IGNORECASE
# Furniture by its first words, whatever follows.
_LINK = re.compile(
    r"(?:related(?: (?:articles?|stories|story|content|topics?|posts?|news|coverage|links?|videos?|"
    r"reading))?\s*(?::|$)|"
    r"(?:read|see|watch|listen|view|also read|read also|read next|see also)(?: (?:also|more|next|this|on|"
    r"all|too))?\s*[:|>»]|"
    r"(?:read|see|watch) (?:more|next|also)\b|also read\b|more:|"
    r"recommended(?: for you| reading| stories)?\s*(?::|$)|"
    r"you (?:may|might) (?:also )?(?:like|be interested)|don.t miss\b|most (?:read|popular|viewed|"
    r"shared)\b|trending(?: now)?\s*(?::|$)|"
    r"in pictures\s*:|in photos\s*:|what to read next|"
    r"(?:à )?lire aussi|voir aussi|lea también|lee también|leer más|te puede interesar|leia (?:também|"
    r"mais)|leggi anche|"
    r"lesen sie (?:auch|mehr)|mehr zum thema|lees ook|läs också|les også|читайте также|baca juga|xem thêm|"
    r"ilgili haber|"
    r"اقرأ أيضا|اقرأ المزيد|相关(?:阅读|新闻|报道)|延伸閱讀|関連記事|관련기사)",
    _I,
)
_WEAK_LINK = re.compile(r"(?:more (?:on|from|about) |(?:top|latest) (?:stories|news|headlines)\b)", _I)
_PROMPT = re.compile(
    r"(?:sign up\b|subscribe\b|join (?:our|us|the (?:conversation|discussion|newsletter|mailing))\b|"
    r"follow (?:us|me|him|her|them|bbc|the \w+) on\b|"
    r"follow us\b|stay (?:up to date|informed|connected|updated)\b|get (?:the latest|our|unlimited|"
    r"breaking|daily|more stories)\b|"
    r"notifications can\b|your support\b|support (?:independent|quality|our)\b|help us keep\b|donate\b|"
    r"the \w+ is trusted by \d|thank you for (?:reading|subscribing|visiting|registering|your)|"
    r"please (?:refresh|enable|log in|sign in|subscribe|donate)\b|"
    r"enter your e-?mail|already (?:a )?(?:subscriber|registered|have an account)|(?:log|sign) in\b|"
    r"register (?:now|for|to)\b|to continue reading\b|"
    r"this story is over\b|scroll down\b|tagged\s*:|read the (?:original|full) (?:article|story|report)|"
    r"we and our (?:\d+ )?partners\b|click (?:here|to)\b|tap (?:here|to)\b|download (?:our|the) app|"
    r"listen to this (?:article|story)|share (?:this|on|via|the (?:article|story))\b|"
    r"we use cookies|this (?:site|website|page) uses cookies|by (?:clicking|continuing|using|signing up|"
    r"submitting)\b|accept (?:all )?cookies|manage (?:cookies|preferences)|"
    r"cookies? (?:policy|notice|settings)|privacy (?:policy|notice)|terms (?:of|and)\b|"
    r"do you have (?:a story|any information)|got a (?:tip|story)|"
    r"contact (?:us|the (?:author|reporter|editor|newsroom))|send (?:us )?(?:your|tips)\b|have your say|"
    r"suscríbete|abonnez-vous|s'abonner|inscrivez-vous|iscriviti|abonnieren|подпишитесь|subscribe to|berlangganan)",
    _I,
)
_NOTICE = re.compile(
    r"(?:©|\(c\) ?\d{4}|copyright\b(?=\W{0,3}(?:\d{4}|©|\(c\)|by\b|the\b|[A-Z]{2,}|$))|"
    r"all rights reserved|published under\b|"
    r"this (?:article|story|piece|report) (?:was |is |has been )?(?:originally |first )?(?:published|"
    r"appeared|produced|updated|translated|generated)|"
    r"(?:the )?(?:associated press|reuters|afp|agence france-presse)(?: \w+)* contributed\b|"
    r"associated press (?:writers?|reporters?|journalists?)\b|"
    r"\(?(?:additional )?(?:reporting|writing|editing|edited|compiled|written) (?:and \w+ )?by\b|"
    r"with (?:reporting|files|inputs?) (?:by|from)\b|"
    r"source\s*:|our standards\s*:|the views expressed|opinions expressed|disclaimer\b|"
    r"(?:last |first )?(?:updated?|published|posted|modified|edited)(?: at| on| by)?\s*[:|]|last updated?\b)",
    _I,
)
_LABEL = re.compile(
    r"(?:advertisement|accept(?: all)?|reject all|i agree|sponsored(?: content)?|comments?|\d+ comments?|"
    r"share|shares|\d+ shares|print|"
    r"e-?mail|tweet|save|listen|menu|search|"
    r"newsletters?|home|skip to (?:main )?content|back to top|next|previous|\d+ min(?:ute)?s? read|"
    r"story continues below(?: advertisement)?|"
    r"article continues(?: below)?.*|continue reading|show more|load more|view comments|leave a comment|"
    r"tags?\s*:.*|topics?\s*:.*|filed under.*|"
    r"(?:(?:facebook|twitter|x|whatsapp|e-?mail|print|share|copy link|linkedin|pinterest|telegram|reddit|"
    r"messenger|tweet|save|pocket|flipboard|bluesky|threads)"
    r"[\s,|/·•]*){1,15})\W*$",
    _I,
)
_FILE_OR_AGENCY = re.compile(
    r"(?:[\w-]{1,60}\.(?:jpe?g|png|gif|webp|mp4)|"
    r"(?:(?:AP|AFP|UPI|REUTERS|EPA|PTI|ANI|IANS|ANSA|DPA|EFE|Reuters|Agencies|AGENCIES)\b[\s,/&|]*){1,6})$"
)
_SOMEWHERE = re.compile(r"\blast updated?\b|\bnewsletters?\b[^.]*$", _I)
_BIO = re.compile(
    r"(?:[A-ZÀ-Ý][\w.'’-]*\s+){1,4}is (?:a|an|the|our) (?:[\w'’-]+ ){0,4}(?:reporter|correspondent|"
    r"journalist|writer|editor|columnist|freelancer|"
    r"producer|bureau chief)\b"
)
_BYLINE = re.compile(
    r"(?:[Bb]y|BY|From|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor)\s+[A-ZÀ-Ý][\w.'’-]*(?:\s+(?:(?:and|und|et|y|in|"
    r"of|the|de|van|al|bin|for)|[A-ZÀ-Ý][\w.'’-]*),?){0,12}$"
    r"|(?:by|BY|By)\s+(?:our|OUR|a|A) (?:[\w.'’-]+ ?){1,5}$"
)
_MONTHS = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janvier|février|mars|avril|mai|juin|juillet|août|"
    r"septembre|octobre|novembre|décembre|"
    r"enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|januar|"
    r"februar|märz|juni|juli|oktober|dezember)"
)
_DATE_LINE = re.compile(
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?\s*)?(?:\d{{1,2}}(?:st|nd|rd|"
    rf"th)?\s+(?:de\s+)?{_MONTHS}\w*\.?,?\s+(?:de\s+)?\d{{4}}|"
    rf"{_MONTHS}\w*\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}|"
    rf"\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})"
    r"(?:[\s,|·•-]*(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*[a-z]{2,4})?)?\W*$",
    _I,
)
_AGENCY = (
    r"(?:AP|AFP|UPI|Reuters|REUTERS|Getty|EPA|EFE|DPA|ANSA|TASS|Xinhua|SANA|Photo|File|Anadolu|Shutterstock|Alamy)"
)
_CAPTION = re.compile(
    rf"(?<![.!?])(?<![.!?]\s)\((?:[^()]{{0,80}}\b)?{_AGENCY}\b[^()]{{0,80}}\)\s*$"
    rf"|\([^()]{{0,40}}\b(?:{_AGENCY}\s+(?:Photo|Images)|(?:Photo|Picture|Image|Credit)s?\s*[:/]|"
    rf"{_AGENCY}/|Getty)[^()]{{0,80}}\)\s*$"
    r"|(?:^|[.!?)\]|–—-]\s*)(?:Picture|Photo(?:graph)?|Image|Foto|Credit|Фото|Bild|"
    r"Photographie)s?(?: credit)?\s*(?::|\bvia\b|\bby\b|\bcourtesy\b)"
    r"[^.!?]{0,60}\.?\s*$"
    r"|^(?:file\s*(?:photo|picture|[-–—])|photo(?:s|graph)?\s*[:|]|picture\s*:|image\s*:|caption\s*:|"
    r"pictured\s*:|légende\s*:)"
    r"|\bREUTERS/[A-Z]\w+|\bAP Photo\b|\bGetty Images\W*$|\bAFP via Getty\b",
)
_CAPTION_START = re.compile(
    r"(?:file\s*(?:photo|picture|[-–—]\s)|photos?\s*[:|]|picture\s*:|image\s*(?::|copyright\b|caption\b|"
    r"source\b)|caption\s*:|pictured\s*:)",
    _I,
)
_CASUALTY = re.compile(
    r"\b(?:kill(?:ed|s|ing)?|dead|deaths?|died|dies?|dying|wound(?:ed|ing)?|injur(?:ed|ies|ing)|hurt|"
    r"drown(?:ed|ing)?|bodies|victims|casualt\w+|"
    r"shot|murdered|massacred?|perish\w*|missing|toll|slain|executed|beheaded|lives|fatal\w*|morts?|tués?|"
    r"blessés?|muertos?|heridos?|"
    r"mortos?|feridos?|tote[rn]?|verletzte?|getötet|morti|feriti|погибл\w+|убит\w*|ранен\w*|قتل\w*|"
    r"قتيل\w*|جرحى|öldü|yaralı)\b|死|亡|伤|傷",
    _I,
)
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|"
    r"fifty|sixty|seventy|eighty|ninety|"
    r"hundreds?|thousands?|dozens?|scores|several|many|couple)\b",
    _I,
)
_ENDS = (".", "!", "?", "。", "！", "？", "؟", "۔", "।", "…")
_MARKDOWN = "#*_[>| \t"
_CLOSERS = "\"'”’»)]」』"


def zone_of(paragraph: str, *, first: bool, body_seen: bool) -> Zone:
    """What a paragraph is.

    Args:
        paragraph: Its text; only the beginning and the end of a long one are looked at.
        first: Whether it is the first one that is not furniture, and others follow.
        body_seen: Whether an earlier one was body text; headlines precede it.

    >>> zone_of("Read more: 57 dead in Homs", first=False, body_seen=True).value
    'furniture'
    >>> zone_of("Related deaths rose to 50, officials said.", first=False, body_seen=True).value
    'body'
    """
    start, end = paragraph[:_LOOKED_AT].strip().lstrip(_MARKDOWN), paragraph[-_LOOKED_AT:].strip()
    if not start:
        return Zone.FURNITURE if paragraph.isspace() or not paragraph else Zone.BODY
    stopped = end.rstrip(_CLOSERS).endswith(_ENDS)
    counts_people = stopped and bool(_CASUALTY.search(paragraph[: 2 * _LOOKED_AT]) and _NUMBER.search(start))
    if _is_link(start, counts_people=counts_people and len(start) > _SHORT) or (
        not counts_people and _is_furniture(start, len(paragraph))
    ):
        return Zone.FURNITURE
    if _CAPTION_START.match(start) or _CAPTION.search(end):
        return Zone.CAPTION
    if not body_seen and len(paragraph) < _HEADLINE and (not stopped or (first and end[-1] in "?？؟!！")):
        return Zone.HEADLINE
    return Zone.BODY


def _is_link(start: str, *, counts_people: bool) -> bool:
    return not counts_people and bool(_LINK.match(start))


def _is_furniture(start: str, length: int) -> bool:
    if _WEAK_LINK.match(start) or _PROMPT.match(start) or _NOTICE.match(start) or _BIO.match(start):
        return True
    patterns = (_LABEL, _BYLINE, _DATE_LINE, _FILE_OR_AGENCY)
    label, _, rest = start.partition("|")  # "PTI | Jun 29, 2019"
    if rest and len(label) <= _LABEL_LENGTH and not _NUMBER.search(label) and _DATE_LINE.match(rest.strip()):
        return True
    return length <= _SHORT and (any(p.match(start) for p in patterns) or bool(_SOMEWHERE.search(start)))
