"""Pieces of pattern that the time rules share. Digits and edges only: the words are in ``lexicon/time_*.tsv``."""

from __future__ import annotations

from visitextract.korean.numbers import DAY_COUNTS, NATIVE, alternation

EDGE = r"(?<![\d가-힣A-Za-z])(?<!\d[.,·:/~\-])(?<![A-Za-z]-)"  # where a number may begin
WORD = r"(?<![\d가-힣A-Za-z])"  # where a word may begin
# Where an expression may end: no letter follows, unless it is a particle, a copula or a word that goes on about the time.
END = r"(?=(?:{time_words:after})(?![가-힣])|{time_words:after_open}|{time_words:near}(?![가-힣])|(?![\d가-힣A-Za-z%]))"
YEAR = r"(?:1[0-9]|2[01])\d\d"
MONTH = r"(?:1[0-2]|0?[1-9])"
DAY = r"(?:[12]\d|3[01]|0?[1-9])"
HOUR = r"(?:1\d|2[0-4]|0?\d)"
TO = r"(?: ?[~\-] ?|·|, ?)"  # between the ends of a short range: 4~7일, 27·28일
NEAR = r"(?P<near>{time_words:near})?"
LAST_DAY = rf"(?:일?{TO}(?:(?P<last_month>{MONTH})월 ?)?(?P<last>{DAY}))?"
DAY_OF_MONTH = rf"(?P<day>{DAY}){LAST_DAY}일(?P<dated>자)?{NEAR}"
WEEKDAY = r"(?P<weekday>[월화수목금토일])요일"
COUNT = rf"\d{{1,4}}|{alternation(NATIVE)}"
DAYS = alternation(DAY_COUNTS)
SPAN_PART = r"(?: ?(?P<part>{time_words:month_part})(?P<near>{time_words:near})?)?"
HALF = r"(?P<half>[상하])반기|(?P<quarter>[1-4])분기"
STEM_BRANCH = r"[갑을병정무기경신임계][자축인묘진사오미신유술해]년"  # a year of the sixty-year cycle: 병오년
MORE = r"(?P<more>여)? ?(?:(?P<more>여) ?)?"  # 10여 년, 10 여년
