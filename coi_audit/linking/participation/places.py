"""Where somebody goes or is who is out of a meeting, or in it: what stands behind verbs of moving and being."""

from __future__ import annotations

import re

ROOM = (
    r"(?:(?:virtual|online|remote|committee|meeting|board|teams|zoom|video|telephone|conference|ms|microsoft|main)\s+)*"
    r"(?:meeting|room|call|chamber|session|conference|link|line|boardroom|venue|hall|proceedings|teams|zoom|item"
    r"|gathering|webinar)"
)
# Rooms and seats that are not the meeting's.
ASIDE = (
    r"(?:(?:virtual\s+)?(?:lobby|lobbies)|corridor|foyer|hallway|entrance hall|reception|landing|stair(?:s|well|case)"
    r"|kitchen|canteen|caf[eé]|courtyard|garden|car[ -]?park|porch|tea[ -]?room|coffee (?:room|area|bar)|staff room"
    r"|audience|gallery|lounge|waiting[ -](?:room|area|space)|holding (?:room|area)|break-?out (?:room|area)"
    r"|(?:seats?|seating|chairs|benches|places) (?:for|of|with|among) (?:the )?(?:public|audience|press)"
    r"|public (?:seats?|seating|area|benches|gallery|side|chairs)|onlookers|spectators"
    r"|members of the public|(?:the )?public(?=\s*(?:$|[,.;)]|and|for|until|while))"
    r"|(?:another|next|adjoining|adjacent|side|separate|different|ante|outer|other|neighbouring|spare|quiet|private"
    r"|nearby|second)[ -]?(?:room|office|area|part of the building)|next door(?! to)|(?:own|nearby|an|the) office"
    r"|back of the (?:room|hall) (?:with|among|amongst) the (?:public|audience))"
)
_STOP = (
    r"(?=\s*(?:$|[,;:.)\]])|\s+(?:and|but|then|for|before|prior|ahead|while|whilst|when|during|until|till|after|because"
    r"|since|as|so|once|on|onto|into|to|at|by|with|among|amongst|here|there|again|quietly|throughout|over|from|altogether"
    r"|immediately|alone|too|also|temporarily|briefly|voluntarily|willingly|in\s+(?:the|a|an|another|order|view|line"
    r"|accordance|light|respect|relation|his|her|their|‹))\b)"
)
_NOT_SO = (
    r"(?!\s+(?:to\s+(?:tender|consult\w*|all|practices|patients|be|have)|in\s+(?:the\s+)?(?:paper|report|favour)|of)\b)"
)
_OF = (
    rf"out\s+of\s+(?:(?:the|this|that|our)\s+)?(?:\w+\s+)?(?:{ROOM}|earshot|hearing|sight"
    r"|attendance|contact|it)\b"
)
OUTSIDE = (
    rf"(?:{_OF}|out{_NOT_SO}{_STOP}|outside(?!\s+(?:the\s+|its\s+|this\s+)?(?:area|boundary|boundaries|hours|borough|scope"
    r"|catchment|remit|NHS|contract|budget|CCG|county|town|city|practice))"
    rf"|offline|aside{_STOP}(?!\s+from\s+(?:the\s+|any\s+|this\s+)?(?:\w+\s+)?(?:vot|decid|decis|determ|recomm))|{ASIDE}"
    r"|elsewhere|absent(?!\s+from\s+(?:work|practice|school|the\s+(?:vote|decision|register|list|plan|paper|report)))"
    rf"|(?:off|away)\s+(?:from\s+)?(?:the|this)\s+{ROOM}|on\s+hold)"
)
_SMALL = (
    r"(?:\s+(?:in|into|to|at|on|onto|of|from|among|amongst|with|by|the|a|an|one|this|that|our|all|both|still|then|already"
    r"|there|himself|herself|themselves|way|seat|place|members|it|virtual|meeting|‹\d+›'s|his|her|their|up|over|through"
    r"|down|straight|right|safely|quietly|directly|briefly|meanwhile|during|item|until|for|off|as|asked|requested"
    r"|physically|temporarily|voluntarily|therefore|own|behind|beyond|towards|along)\b|\s+‹\d+›'s|,)"
)
AGENT = r"(?:\s+by\s+(?:(?:the|a)\s+)?(?:‹\d+›|\w+(?:\s+(?:secretary|manager|officer|clerk|administrator))?))?"
OUT = re.compile(rf"^{AGENT}{_SMALL}{{0,6}}?\s+{OUTSIDE}", re.IGNORECASE)
# "Repaired to the lounge": whatever the verb, it leads to a room that is not the meeting's.
TO_ASIDE = re.compile(
    rf"^(?:\s+(?:himself|herself|themselves|‹\d+›'s?|then|off|straight))*\s+(?:to|into|towards|for|in)\s+(?:(?:the|a|an|‹\d+›'s)\s+)?{ASIDE}",
    re.IGNORECASE,
)
# The same for verbs that have another sense with a bare "out": "put in the lobby", but "put out a notice".
OUT_ASIDE = re.compile(rf"^{AGENT}{_SMALL}{{0,6}}?\s+(?:{ASIDE}|on\s+hold|{_OF}|outside the {ROOM})\b", re.IGNORECASE)
# "Made her way out".
WAY_OUT = re.compile(
    r"^\s+(?:‹\d+›'s|his|her|their)\s+(?:own\s+)?(?:way|exit|excuses)\b(?!\s+(?:in|through))", re.IGNORECASE
)
OFF = re.compile(
    r"^(?:\s+‹\d+›'s)?\s+(?:off|away|up(?:\s+and\s+went)?)(?=\s*(?:$|[,.;:)]|\s(?:for|at|before|while|whilst|when|and|until"
    rf"|during|here|throughout)\b)|\s+(?:the|this)\s+(?:\w+\s+)?{ROOM})",
    re.IGNORECASE,
)
AWAY = re.compile(
    rf"^{_SMALL}{{0,3}}?\s+(?:away|gone)(?=\s*(?:$|[,;.)])|\s+(?:for|from\s+(?:the|this)\s+{ROOM}|during|while|whilst|when"
    r"|throughout|until|till|as|between|at\s+(?:this|that|the)\s+(?:point|time|stage))\b)",
    re.IGNORECASE,
)
IN = re.compile(
    rf"^{_SMALL}{{0,3}}?\s+(?:present|in\s+attendance|there(?=\s*(?:$|[,.;)])|\s+(?:for|when|while|whilst|during|as)\b)"
    rf"|part\s+of\s+the\s+(?:meeting|discussion)|among(?:st)?\s+those\s+(?:in|on|present|there|who)"
    rf"|(?:in|within|at|on|inside)\s+(?:the|this)\s+(?!table){ROOM}"
    r"|(?:in|at)\s+(?:‹\d+›'s|his|her|their|the)\s+(?:place|seat|chair|table)s?)\b",
    re.IGNORECASE,
)
BACK = re.compile(
    rf"^{AGENT}(?:\s+‹\d+›'s)?(?:\s+(?:then|straight|right))?\s+(?:back(?!\s+(?:and\s+(?:took|made)|from\s+the\s+(?:table|decision|vote)))"
    r"|again|in\s+again)\b(?!\s+(?:from\s+the|to\s+(?:\w+\s+)?in|in\s+(?:favour|\d{4})))",
    re.IGNORECASE,
)
# What stands behind "left" where the meeting was left: nothing, a time or reason, the place, or one's seat.
AT_ONCE = re.compile(
    rf"^(?:\s*(?:$|[,;:.)\]])|\s+(?:the|this|our|that)\s+(?:\w+\s+)?(?:{ROOM}|table and the {ROOM})\b(?!\s+(?:in"
    rf"|to\s+others"
    r"|papers?|with\s+(?:a|no)|open|unlocked|tidy|empty|table))"
    r"|\s+(?:‹\d+›'s|his|her|their)\s+(?:seat|place|chair)s?\b|\s+(?:us|members|colleagues)\b(?!\s+(?:to\s+(?:decide|vote)|in|with))"
    r"|\s+(?:and|but|then|for|before|prior|ahead|while|whilst|whenever|when|during|until|till|after|because|since|due"
    r"|owing|having|so\s+that|once|immediately|following|throughout|here|again|voluntarily|temporarily|altogether"
    r"|promptly|quietly|physically|accordingly|together|first|last|next|alone|separately|in\s+turn|one\s+after|as\s+soon|just|only|just\s+before|thereafter|thereupon|without\s+\w+ing"
    r"|in\s+(?:view|line|accordance|light|respect|relation|order|consequence|keeping)|at\s+(?:this|that|which|\d|the\s+(?:point"
    r"|stage|time|start|outset|end|close|request|chair|decision|vote|moment|beginning|conclusion))|on\s+(?:the|‹)"
    r"|with\s+(?:‹|the\s+(?:other|agreement|consent|permission))"
    r"|as\s+(?:‹|the|this|it|members|requested|agreed|required|asked|directed|instructed|a|an|soon))\b|\s+\d{1,2}[.:]\d\d)",
    re.IGNORECASE,
)
