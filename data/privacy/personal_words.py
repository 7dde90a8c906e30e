"""The words by which a column's heading says that it holds a personal detail, in English and the few met in Welsh.

They are matched against a heading in small letters, without accents and marks, its digits and joined words set apart ("ipAddress2" is
"ip address 2", "e-mail" is "email").
"""

import re

_NUMBER = r"(?: (?:numbers?|nos?|num))?"
_POSTCODE = r"post ?codes?"

# Kind of detail → its names; where two could begin at one place the earlier wins, so the longer come first.
_NAMES = {
    "e-mail": r"(?:cyfeiriad )?ebost|e?mail (?:address(?:es)?|addr|id)|emails?",
    "IP address": r"(?:cyfeiriad )?ip(?: ?addr(?:ess)?)?",
    "device": r"device ?(?:id|identifier)|imei|imsi|udid|mac address|(?:browser )?user ?agent|sim ?serial|subscriber ?id",
    "telephone": rf"phone ?number|contact (?:numbers?|no|num)|(?:rhif )?ffon(?: symudol)?|"
    rf"(?:(?:tele)?phones?|(?:tel|mob|cell|mobile|landline|whats ?app)(?: ?phones?)?|mobiles){_NUMBER}",
    "postcode": rf"cod ?post|{_POSTCODE}|postal codes?|zip(?: ?codes?)?",
    "date of birth": r"date ?of ?birth|d ?o ?b|birth ?(?:date|day)|dyddiad geni",
    "place": r"(?:location )?(?:latitude|longitude|lat|lng|lon|long|geo ?location|geo ?point|gps(?: location)?|coordinates|easting|northing|"
    r"grid ref(?:erence)?|what ?3 ?words)",
    "National Insurance number": rf"national insurance{_NUMBER}|n ?i (?:numbers?|no|num)|nino",
    "NHS number": r"nhs (?:numbers?|no|num)",
    "vehicle registration": rf"(?:vehicle|car|van)(?: licence)? (?:reg|registration|plate){_NUMBER}|(?:number|registration) plates?|vrm|vrn",
    "social media handle": r"(?:twitter|x|instagram|facebook|snapchat|tiktok|linkedin|social media) "
    r"(?:handle|user ?name|name|profile|account|id|url)s?",
    "crime reference": r"(?:crime|incident|police) (?:reference|ref)(?: number| no)?|(?:crime|incident) (?:number|no)",
    "token or id": r"token|external ?data ?reference|external ?(?:data|reference|ref|id)|custom ?(?:data|variable|value|field)|network ?id|"
    r"(?:tracking|client|session|visitor|cookie|recipient|panell?ist) ?id|(?:membership|employee) (?:id|number|no)|"
    r"(?:student|pupil|learner|candidate|patient|staff) id(?: numbers?| no)?|"
    r"payroll number|"
    r"passport(?: number)?|driving licen[cs]e(?: number)?|(?:collar|warrant) (?:number|no)|ref ?url|referr?er(?: url)?",
    "username": r"user ?names?|submitted by|submitters?(?: name)?|log ?in(?: name)?|screen name|display name",
    "organiser": r"(?:event |lead )?organi[sz]ers?|lead officers?|trefnydd|trefnwyr",
    "contact details": r"(?:contact|personal) (?:details?|info|information)|(?:main|key|lead|named|first) contact|contact (?:person|officer)|"
    r"(?<=your )details|manylion cyswllt|next of kin",
    "name": r"names? of (?:the )?(?:person|individual)\b(?: \w+){0,6}|"
    r"(?:first|last|full|middle|family|given|fore|sur|second|christian|maiden|nick) ?names?|names?|initials|signature|signed(?: by)?|"
    r"(?:completed|recorded|entered|filled in|created|modified|collected|logged) by|cyfenw|enw(?: (?:cyntaf|llawn|olaf))?",
    "address": r"street address|house (?:name|number)|street name|address(?:es)?(?: line)?|cyfeiriad(?: cartref| post)?",
}
KINDS = {re.sub(r"\W", "_", kind): kind for kind in _NAMES}
_THING = "|".join(f"(?P<{group}>{_NAMES[kind]})" for group, kind in KINDS.items())
THINGS = re.compile(rf"\b(?:{_THING})\b")

# Whole headings that name a person without naming a detail.
ALONE = {"contact": "contact details", "contacts": "contact details", "handle": "social media handle"}

# What may stand beside a detail in a heading that is only a label for it…
_BESIDE = """
a alternative an and answer applicant applicants apprentice apprentices attendee attendees below best billing caller candidate candidates carer
child children client collector complainant complete completing confidential confirm confirmation contact correspondence councillor current customer
daytime delegate delegates details eich emergency employee employees ended enter evening facilitator first full give guardian here home i if
individual interviewer known last lead learner learners legal line mailing main manager mandatory member members mobile neu no number numbers of
officer only open optional or other parent participant participants patient patients people permanent person personal persons please postal
preferred primary print private provide pupil pupils recipient recipients remote reporter required resident residential residents respondent
respondents response responsible secondary sender staff state street student students submitter supervisor teacher tenant tenants the their title
trainee user users valid victim volunteer volunteers witness work write y yn your
"""
LABEL = frozenset(_BESIDE.split())
# …and what may follow one.
PURPOSE = re.compile(
    r" (?:(?:only )?if (?:you|known|applicable)|so (?:that )?we|in case|where (?:you|we)|to (?:receive|enter|join|hear|be)|"
    r"for (?:the |a |our |any )?(?:prize|draw|further|future|updates|contact|newsletter|reply|results))\b.*"
)

# A sentence asks for what follows these…
ASKING = re.compile(
    rf"\b(?:what (?:is|are|was)|(?:what|which)(?= (?:full |home )?{_POSTCODE})|leave|provide|enter|give|supply|state|write|type|insert|include|"
    r"complete|confirm|specify|indicate|fill in|tell (?:us|me)|let us (?:know|have)|(?:may|can|could) (?:we|i) (?:have|take|get)|"
    r"please (?:add|share|print|record|put|send|list|note|submit)|beth (?:yw|ydy)|rhowch|nodwch|gadewch|teipiwch|darparwch|ysgrifennwch)\b"
)
# …through words that only qualify it, up to a word that does not turn it into something else ("postcode area", "name of the park").
FOLLOWING = re.compile(
    r"(?: (?:us|me|with|in|your|ur|a|an|own|best|full|current|preferred|main|home|work|personal|daytime|contact|valid|complete|real|first|last|"
    r"eich|ch|i ni|age|name and|name or|and|or|the(?= (?:best|full|email|post|contact|tele|phone|mobile)))){0,7} "
    rf"(?:{_THING})"
    r"(?= (?:and|or|if|so|for|in|below|here|to|when|where|at|on|with|please|as|only|plus|along|but|then|we|this|using|optional|number|address|"
    r"details|you|do you|is your|of where|of your (?:home|house|household|property|residence)|ac|a|neu|os|yma|isod|\d+)\b|$)"
)
# Words before the asking that undo it, and openings of questions about asking.
NEVER = re.compile(
    r"\b(?:not|never|avoid|without|don t|dont)(?: \w+){0,2} $|\b(?:asked|have|need|needed|required|told|forced|expected)(?: \w+)? to $"
)
YES_OR_NO = re.compile(
    r"(?:do|does|did|have|has|had|are|is|was|were|would|will|should|how|why|when|where|who|whether|"
    rf"what (?:would|should|could|do|does|did|made|makes)|which(?! (?:full |home )?{_POSTCODE}))\b"
)

# Questions whose last part is one of their answers ("How did you report it? - Phone"), not a label.
CHOICE = re.compile(
    r"^(?:how|which|what|who|where|when|why|do|does|did|have|has|had|are|is|was|were|would|will|should|can|could|to what)\b|"
    r"\b(?:tick|select|choose|all that apply|prefer\w*|rank\w*|rate|rating|agree|important|importance|satisf\w+|confident|likely|contacted|method|"
    r"channel|report\w*|heard|communicat\w*|source|trust)\b|\bcontact(?:ed)? (?:by|via|through|us|me|the)\b"
)

# The first part of a postcode is asked for, not the whole.
_FIRST = r"(?:first|start|beginning) (?:part|half|section|bit|few|letters?|characters?|digits?|\d|two|three|four|five|of)\b"
PARTIAL = re.compile(
    rf"{_FIRST}(?: \w+){{0,6}} {_POSTCODE}|{_POSTCODE} (?:area|district|sector|prefix|outward)|(?:partial|outward|outer|part) {_POSTCODE}|"
    rf"{_POSTCODE}\b.{{0,300}}{_FIRST}|{_POSTCODE}\b.{{0,300}}\b(?:e ?g|example|such as) [a-z]{{1,2}} \d{{1,2}}\b(?! \d [a-z]{{2}}\b)"
)
