"""Persons by the company they keep: name and title in every order that news uses. Order is precedence.

Letters are those of ``tokens.py``; a chunk rule names its groups ``name``, ``org`` (all words between name and title), ``title``.
"""

from __future__ import annotations

from visitextract.rules.chunk import ChunkRule
from visitextract.rules.rule import No, Rule, Yes

# A title phrase: words inside a title, a title, and further titles (부총리 겸 외교장관, 최고운영책임자 부회장).
_TITLE = r"P?m*T(?:[g/]?[OCmJ]{0,2}T){0,3}"
# A foreign name: at least one word that sounds foreign, with unknown or name-shaped words around it.
# A surname of one syllable ends it only where no title follows at once (젠 왕 회장 would be 왕 회장).
_FOREIGN = r"(?:[IuS]{0,2}[fF][fFukIi]{0,3}(?:[sSq](?=[OC|]))?|F[sS]|FO(?=[OC])|k[fF][fFu]{0,2})"
# The words of a special prosecutor's case, between name and title: 홍길동 '가나의혹' 특별검사.
_QUOTED = r"(?:\"[OCLXfFukwmnqvs;]{1,5}\"(?=T[|g]))?"
_EDGE = r"(?<![kfFuIO;])(?<!F[sS])"

NAME_SPEAKER_TAG = ChunkRule(
    id="person.speaker_tag",
    means="a broadcast script's speaker tag: name, slash, office",
    pattern=r"(?P<name>[kq]|[fFuk]{1,3})/(?P<org>P?[OCXLfFukwmqG\"n]{0,6}?)(?P<title>" + _TITLE + r")",
    yes=(
        Yes('[[name:홍길동]/[org:중국] [title:국가주석] : "반갑습니다."]'),
        Yes('[name:박서연] / [org:청와대] [title:대변인] "사실이 아닙니다."'),
    ),
    no=(No("찬성/반대", why="no title"), No("찬성/반대 의원", why="no name before the slash")),
)
NAME_AFFILIATION_TITLE = ChunkRule(
    id="person.name_affiliation_title",
    means="a Korean-shaped name, its organization, its title",
    pattern=r"(?<!F)(?:(?<![TJ])(?P<name>k)|(?P<name>k)(?!;))(?!F)(?P<org>P?[OCLXfFuwmnJ;gq]{0,7}?)"
    + _QUOTED
    + r"(?P<title>"
    + _TITLE
    + r")(?![kf](?:T|O))",
    yes=(
        Yes("[name:홍길동] [org:삼성전자] [title:회장]이 말했다."),
        Yes("[name:박서연] [title:의원]은 웃었다."),
        Yes("[name:김민수] [org:청와대] [title:대변인]이 전했다."),
    ),
    no=(
        No("정부는 회장을 바꿨다.", why="정부 is a word and carries a particle"),
        No("홍길동은 사장을 만났다.", why="the name carries a particle: two noun phrases"),
    ),
)
FOREIGN_AFFILIATION_TITLE = ChunkRule(
    id="person.foreign_affiliation_title",
    means="a foreign name, country or organization, title",
    pattern=_EDGE
    + r"(?P<name>"
    + _FOREIGN
    + r"|u{2,3}(?=C))(?P<org>P?[OCLXwmuJ;gq]{1,6}?|P[fFu]{1,3})(?P<title>"
    + _TITLE
    + r")",
    yes=(
        Yes("최근 [name:존 스미스] [org:미국] [title:대통령]이 왔다."),
        Yes("[name:마리 뒤부아] [org:프랑스] [title:외교장관]과 만났다."),
    ),
    no=(
        No("미국 대통령이 왔다.", why="no name"),
        No("프랑스는 외교장관을 보냈다.", why="a country with a particle"),
    ),
)
FOREIGN_TITLE = ChunkRule(
    id="person.foreign_title",
    means="a foreign name right before its title",
    pattern=_EDGE + r"(?P<name>" + _FOREIGN + r")(?P<title>" + _TITLE + r")",
    yes=(Yes("[name:존 스미스] [title:대통령]은 웃었다."), Yes("[name:페트로프] [title:총리]가 답했다.")),
    no=(No("총리는 웃었다.", why="no name"), No("페트로프는 총리를 만났다.", why="the name carries a particle")),
)
NAME_ENUMERATION = ChunkRule(
    id="person.enumeration",
    means="several names, one title for all",
    pattern=r"(?P<name>(?:[kfF][fFu]{0,2};){1,6}[kfF][fFu]{0,2}|(?:[kq],){1,6}k|k{2,3})(?P<org>[OCLX]{0,3}?)(?P<title>"
    + _TITLE
    + r")",
    yes=(
        Yes("[name:홍길동·박서연·김민수] [title:회장]이 왔다."),
        Yes("[name:홍길동, 박서연] [title:전 의원]이 왔다."),
        Yes("재판은 [name:홍길동 박서연 김민수] [title:판사]가 맡았다."),
        Yes("[name:김민수·박서연] [title:전 대통령]을 기렸다."),
    ),
    no=(No("서울·부산 시장이 왔다.", why="cities"), No("김민수 박서연이 왔다.", why="no middle dot, no title")),
)
TITLE_ENUMERATION = ChunkRule(
    id="person.title_enumeration",
    means="one title or occupation, then several names",
    pattern=r"(?P<title>[TJ])(?P<name>k(?:[;,]k){1,6})(?=[|e)_.;])",
    yes=(Yes("[title:작가] [name:홍길동·박서연]이 왔다."), Yes("[title:배우] [name:홍길동, 박서연, 김민수]가 출연한다.")),
    no=(
        No("작가 홍길동, 박서연 의원이 왔다.", why="the second has a title of her own"),
        No("작가와 배우가 왔다.", why="no names"),
    ),
)
KIN_NAME = ChunkRule(
    id="person.kin_name",
    means="a relation, then the name",
    pattern=r"(?P<kin>K)(?P<name>k|" + _FOREIGN + r")(?=[|,)Ae\"])",
    yes=(Yes("[kin:부인] [name:마리 뒤부아]와 왔다."), Yes("[kin:장남] [name:홍길동]은 떠났다.")),
    no=(No("부인이 홍길동을 봤다.", why="부인 carries a particle"), No("부인과 왔다.", why="no name")),
)
NAME_ADDRESS = ChunkRule(
    id="person.name_address",
    means="a name with 씨, 여사, 군",
    pattern=r"(?<![fF;])(?P<name>k|q)(?P<address>A)|" + _EDGE + r"(?P<name>[fF][fFu]{0,2})(?P<address>A)",
    yes=(Yes("[name:박서연] [address:씨]가 말했다."), Yes("[name:김민수] [address:여사]는 웃었다.")),
    no=(No("날씨가 좋다.", why="씨 within a word"), No("이 씨가 말했다.", why="a surname alone")),
)
WEAK_NAME = ChunkRule(
    id="person.weak_name",
    means="a word that may be a name or a general word, with its organization or country and title; needs a witness elsewhere",
    pattern=r"(?<![kfFqO;])(?P<name>q)(?P<org>P?(?:[OCLXfFuwmnJ;gq]{1,6}?)?)(?P<title>" + _TITLE + r")",
    yes=(Yes("[name:방문시] [org:국토교통부] [title:장관]이 있었다."), Yes("[name:왕이] [org:중국] [title:외교부장]은 웃었다.")),
    no=(
        No("정부는 대표를 보냈다.", why="a general word with a particle"),
        No("홍길동 대표가 말했다.", why="a strong name", belongs_to="person.name_affiliation_title"),
    ),
)
NAME_OCCUPATION = ChunkRule(
    id="person.name_occupation",
    means="a name, then an occupation as the end of the noun phrase",
    pattern=r"(?<![kfFqO;])(?P<name>k|F[fFu]{1,2})(?P<org>[OCLX]{0,2}?)(?P<title>J)(?=[|,)e\"])",
    yes=(Yes("[name:홍길동] [title:축구선수]가 왔다."), Yes("[name:박서연] [org:가나대병원] [title:의사]는 웃었다.")),
    no=(No("배우 선발전이 열린다.", why="no name"), No("홍길동은 배우를 만났다.", why="the name carries a particle")),
)
KIN_POSSESSOR = ChunkRule(
    id="person.kin_possessor",
    means="a foreign name of several words whose relation is told next: 존 스미스의 장남",
    pattern=_EDGE + r"(?P<name>[fF][fFi]{1,2})(?=\|K)",
    yes=(Yes("[name:존 스미스]의 장남이 왔다."), Yes("그 뒤 [name:이반 페트로프]의 딸이 왔다")),
    no=(No("스미스의 장남", why="one word"), No("왕의 아들", why="a general word")),
)
FOREIGN_GIVEN = ChunkRule(
    id="person.foreign_given",
    means="a usual foreign given name and what follows it, without a title",
    pattern=_EDGE + r"(?P<name>F[fFu]{1,2}|S[fF]{1,2})(?=[|,e)\"G]|C[OGwq]|m\|)",
    yes=(Yes("[name:존 스미스]는 웃었다."), Yes("그 뒤 [name:마리 뒤부아]가 왔다.")),
    no=(No("마크를 달았다.", why="one word"), No("스미스는 웃었다.", why="a family name alone")),
)
TITLE_NAME = ChunkRule(
    id="person.title_name",
    means="a title or occupation, then the name as the end of the noun phrase",
    pattern=r"(?P<title>[TJ])(?P<name>k|[fF][fFu]{1,2})(?=[|,)e\";._])",
    yes=(
        Yes("[title:회장] [name:홍길동]은 웃었다."),
        Yes("[title:배우] [name:박서연]이 출연한다."),
        Yes("[title:외교장관] [name:장-폴 뒤부아]가 왔다."),
    ),
    no=(No("회장이 홍길동을 만났다.", why="the title carries a particle"), No("회장 선거가 열린다.", why="no name")),
)
APPOINTEE = ChunkRule(
    id="person.appointee",
    means="an office with 에, then the name of whom it goes to: 국토교통부 장관에 홍길동을 임명했다",
    pattern=r"(?P<office>T)\|(?P<name>k)(?=[|,)e\";._v])",
    yes=(Yes("[office:장관]에 [name:홍길동]을 임명했다."), Yes("가나전자 [office:사장]에 [name:박서연], 3일 취임")),
    no=(
        No("회장에 오른 홍길동", why="a clause between"),
        No("장관 홍길동을 만났다.", why="no particle", belongs_to="person.title_name"),
    ),
)
BRACKETED_SPEAKER = ChunkRule(
    id="person.bracketed_speaker",
    means="a broadcast script's speaker tag with a date: [홍길동 (8월 6일)]",
    pattern=r"\[(?P<name>k)(?=[\](:])",
    yes=(Yes("[[name:홍길동] (8월 6일)]“죄송합니다.”"), Yes("[[name:박서연] : “네.”]")),
    no=(No("[앵커] 안녕하십니까", why="a marker"), No("[홍길동 기자]", why="a byline")),
)

INTERVIEWED = ChunkRule(
    id="person.interviewed",
    means="a broadcast script's speaker tag without office: name, slash, where the speaker belongs, the quotation",
    pattern=r"(?P<name>k)/(?=[OLXkfFuwmnqsGC]{1,6}\")",
    yes=(
        Yes("[name:홍길동] / 가나대 건축학과 3학년“좋습니다.”"),
        Yes('[name:박서연] / 서울 종로구 "춥네요."'),
    ),
    no=(No("찬성/반대", why="no name"), No("홍길동/박서연", why="no quotation")),
)
SOVEREIGN = ChunkRule(
    id="person.sovereign",
    means="a sovereign or pope: a usual foreign given name and a number",
    pattern=_EDGE + r"(?P<name>[fF]?Fr)(?P<title>T)?",
    yes=(Yes("교황 [name:요한 4세]가 왔다."), Yes("영국의 [name:존 4세] [title:국왕]은 웃었다.")),
    no=(No("홍길동(34세)은 웃었다.", why="an age"), No("14세 소년이 왔다.", why="no name")),
)
RULES: tuple[ChunkRule, ...] = (
    NAME_SPEAKER_TAG,
    INTERVIEWED,
    SOVEREIGN,
    BRACKETED_SPEAKER,
    NAME_ENUMERATION,
    TITLE_ENUMERATION,
    NAME_AFFILIATION_TITLE,
    FOREIGN_AFFILIATION_TITLE,
    FOREIGN_TITLE,
    KIN_NAME,
    NAME_ADDRESS,
    WEAK_NAME,
    TITLE_NAME,
    NAME_OCCUPATION,
    APPOINTEE,
    KIN_POSSESSOR,
    FOREIGN_GIVEN,
)

SURNAME_TITLE = ChunkRule(
    id="person.surname_title",
    means="a surname and a title that stand for a person named elsewhere",
    pattern=r"(?P<name>[shS])(?P<title>" + _TITLE + r"|P?A)",
    yes=(
        Yes("[name:조] [title:사장]은 웃었다."),
        Yes("[name:윤] [title:전 대통령]이 말했다."),
        Yes("[name:尹][title:대통령] 방미"),
    ),
    no=(No("사장은 웃었다.", why="no surname"), No("조는 사장이다.", why="the surname carries a particle")),
)
HANJA_SURNAME = ChunkRule(
    id="person.hanja_surname",
    means="a surname in Hanja that stands for a person in a headline",
    pattern=r"(?P<name>h)(?![hTAPm])",
    yes=(Yes("[name:尹], 5일 방미"), Yes("[name:李] “만나자”")),
    no=(No("尹대통령 방미", why="surname and title", belongs_to="person.surname_title"), No("美 대통령", why="a country")),
)
OFFICE_ALONE = Rule(
    id="person.office_alone",
    means="an office without its holder, as subject, object or counterpart; bound to a holder only by the publication date",
    pattern=r"(?:(?<=^|\n|[,.\"“‘'(\[)”’] ?)|(?<=[은는이가을를에와과서] |이날 |\d일 ))(?P<office>{office_holders})"
    r"(?P<particle>은|는|이|가|께서|을|를|과|와|에게|도)(?= (?!되|된|될|됐|아니|없|라는|한다|하는|할 |국회)|[.,])",
    yes=(
        Yes("[office:대통령][particle:은] 3일 회의를 주재했다."),
        Yes("홍길동 장관이 [office:유엔 사무총장][particle:과] 만났다."),
        Yes("이에 [office:미국 대통령][particle:이] 답했다."),
    ),
    no=(
        No("전 대통령은 말했다.", why="a past office"),
        No("임명은 대통령이 한다.", why="whoever holds it"),
        No("대통령이 되면 하겠다.", why="whoever will hold it"),
        No("대통령 선거가 열린다.", why="no holder meant"),
        No("프랑스의 대통령은 말했다.", why="an office of another country"),
    ),
)
OFFICE_WITH_SURNAME = Rule(
    id="person.office_with_surname",
    means="the president by surname alone: bound to the holder of that surname by the publication date",
    pattern=r"(?<![가-힣\p{Han}])(?P<surname>[가-힣\p{Han}]) ?(?P<office>대통령)"
    r"(?P<particle>은|는|이|가|께서|을|를|과|와|에게|의|도)?(?![가-힣])",
    yes=(
        Yes("[surname:윤] [office:대통령][particle:은] 3일 회의를 주재했다."),
        Yes("[surname:尹][office:대통령], 5일 방미"),
    ),
    no=(No("홍길동 대통령은 웃었다.", why="a full name"), No("윤 대통령실은 밝혔다.", why="the office as an organization")),
)
OTHER_TIME = Rule(
    id="person.other_time",
    means="a word in the sentence that sets it in another time: the office may have had another holder",
    pattern=r"(?P<time>\d{4}년|당시|역대|차기|전임|후임|시절|옛|과거|지난해|작년)",
    yes=(Yes("대통령은 [time:당시] 반대했다."), Yes("[time:1998년] 대통령은 서울에 있었다.")),
    no=(No("대통령은 3일 반대했다.", why="a day of the month"), No("대통령은 오늘 떠났다.", why="today")),
)
SHORT_RULES: tuple[ChunkRule, ...] = (SURNAME_TITLE, HANJA_SURNAME)

GROUP_HEAD = ChunkRule(
    id="group.head",
    means="an unnamed source or party: 관계자, 업계, 경영진, with the words that describe it",
    pattern=r"(?P<group>(?:[OCLXfumnJTkwq;][OCLXfumnJTkwq;]{0,6})?G)(?![GT])",
    yes=(Yes("[group:전자업계 관계자]는 말했다."), Yes("[group:대통령실 관계자]가 전했다.")),
    no=(No("대통령실은 말했다.", why="an organization", belongs_to="organization.known"), No("사장이 말했다.", why="a title")),
)
KNOWN_ORGANIZATION = ChunkRule(
    id="organization.known",
    means="an organization by lexicon or ending, a foreign ministry with its country",
    pattern=r"(?P<organization>O)",
    yes=(Yes("[organization:삼성전자]가 밝혔다."), Yes("[organization:국민의힘]은 반발했다.")),
    no=(No("회사는 밝혔다.", why="a general word"), No("한국은 이겼다.", why="a country")),
)
REPORTING_ORGANIZATION = Rule(
    id="organization.reporting",
    means="a name on no list that reports or is the source of a report: an outlet, a research firm",
    pattern=r"(?<![가-힣A-Za-z])(?P<organization>[가-힣A-Za-z]{3,12})(?:에 따르면|(?:은|는|이|가) (?:단독 )?보도(?:했|하))",
    yes=(
        Yes("[organization:가나인덱스]에 따르면 값이 올랐다."),
        Yes("이 소식을 [organization:나라뉴스]가 보도했다."),
    ),
    no=(No("홍길동 장관은 웃었다.", why="no report"), No("규정에 따라 열린다.", why="no source")),
)
PLURAL_OFFICE = ChunkRule(
    id="person.plural_office",
    means="an office of one or several countries or organizations, without names: 한국·일본 외교장관",
    pattern=r"(?P<org>[CO](?:;[CO]){0,3})(?P<title>T)",
    yes=(Yes("[org:한국·일본] [title:외교장관]이 만났다."), Yes("[org:태국] [title:총리]는 웃었다.")),
    no=(No("한국은 회담을 제안했다.", why="no title"), No("외교를 말했다.", why="no title")),
)
PRONOUN = Rule(
    id="person.pronoun",
    means="a pronoun or a phrase that stands for one, two or three persons told before",
    pattern=r"(?<![가-힣])(?P<pronoun>{name_words:one}|{name_words:two}|{name_words:three}|{name_words:party_leaders})(?P<particle>[은는이가의을를과와도]|에게|께서)(?![가-힣])",
    yes=(Yes("[pronoun:그][particle:는] 웃었다."), Yes("[pronoun:양 정상][particle:은] 악수했다.")),
    no=(No("그 회사는 웃었다.", why="그 as a determiner"), No("그는커녕", why="a longer word")),
)
