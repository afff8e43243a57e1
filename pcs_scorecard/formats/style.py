"""The style sheet of every page in HTML, and the shapes of its answers and verdicts.

Each status has a word, a shape and a colour, and is told by the first two alone. The colours have at
least 4.5:1 against their paper, in light and in dark.
"""

from __future__ import annotations

import base64
import hashlib
import re

from pcs_scorecard.values.vocabulary import ClaimVerdict, Status

LOOKS: dict[str, str] = {
    Status.MET.says: "yes",
    Status.PARTLY_MET.says: "part",
    Status.SOME_MOVEMENT.says: "some",
    Status.NOT_MET.says: "no",
    Status.NO_RESPONSE.says: "none",
    ClaimVerdict.SUPPORTED.says: "holds",
    ClaimVerdict.CONTRADICTED.says: "fails",
    ClaimVerdict.ONE_SIDE.says: "half",
    f"{ClaimVerdict.ONE_SIDE.says} for it": "half",
    f"{ClaimVerdict.ONE_SIDE.says} against it": "half",
    ClaimVerdict.NOT_ENOUGH.says: "open",
}
"""The name of the shape and the colour of each answer and verdict, by its word."""

_RING = '<circle cx="12" cy="12" r="9.5" class="s-l"/>'
_SHAPES = {
    "yes": '<circle cx="12" cy="12" r="10.5" class="s-f"/><path d="M7 12.4l3.4 3.5 6.7-7.2" class="s-p"/>',
    "part": f'{_RING}<path d="M12 2.5a9.5 9.5 0 0 1 0 19z" class="s-f"/>',
    "some": f'{_RING}<path d="M12 12V2.5a9.5 9.5 0 0 1 9.5 9.5z" class="s-f"/>',
    "no": f'{_RING}<path d="M8.4 8.4l7.2 7.2M15.6 8.4l-7.2 7.2" class="s-l"/>',
    "none": '<circle cx="12" cy="12" r="9.5" class="s-l s-d"/><path d="M8.5 12h7" class="s-l"/>',
    "holds": '<path d="M4 12.6l5.2 5.4L20 6.4" class="s-l"/>',
    "fails": '<path d="M5.5 5.5l13 13M18.5 5.5l-13 13" class="s-l"/>',
    "half": '<path d="M4 4h16v16H4z" class="s-l"/><path d="M4 4h8v16H4z" class="s-f"/>',
    "open": '<path d="M8 9c0-5.4 8-5.2 8-.2 0 3.2-4 3.2-4 6.6M12 18.6v2" class="s-l"/>',
}
SHAPES = (
    '<svg class="shapes" aria-hidden="true" focusable="false">'
    + "".join(
        f'<symbol id="is-{name}" viewBox="0 0 24 24">{drawn}</symbol>'
        for name, drawn in _SHAPES.items()
    )
    + "</svg>"
)
"""All shapes, drawn once in a page; `shape` shows one."""


def shape(look: str) -> str:
    """Return the place in a page at which a shape is shown."""
    return f'<svg class="i" aria-hidden="true" focusable="false"><use href="#is-{look}"/></svg>'


def drawn(look: str, ink: str, paper: str) -> str:
    """Return a shape drawn in colours of its own, where no style sheet reaches it."""
    lines = f'fill="none" stroke="{ink}" stroke-width="2.4"'
    attributes = {
        "s-l": lines,
        "s-l s-d": f'{lines} stroke-dasharray="3.6 2.37"',
        "s-f": f'fill="{ink}"',
        "s-p": f'fill="none" stroke="{paper}" stroke-width="2.6"',
    }
    return _CLASS.sub(lambda found: attributes[found[1]], _SHAPES[look])


_CLASS = re.compile(r'class="([^"]+)"')


STYLE = """
:root{color-scheme:light dark;--paper:#fff;--ink:#191a1c;--soft:#54575c;--line:#d4d7db;--tint:#f3f5f7;--link:#0b4f8f;
--yes:#00654f;--part:#12608a;--some:#7d5000;--no:#a32020;--none:#50565e;
--serif:"Iowan Old Style",Charter,"Source Serif 4",Georgia,"Noto Serif","Liberation Serif",serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif}
@media(prefers-color-scheme:dark){:root{--paper:#14161a;--ink:#eceef0;--soft:#b0b6be;--line:#3a3f46;--tint:#1d2126;--link:#93c8ff;
--yes:#5fd3b3;--part:#7fc8f0;--some:#f2b95c;--no:#ff9a8c;--none:#b9c0c9}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:.75rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 var(--sans);overflow-wrap:anywhere}
.page{max-width:68rem;margin:0 auto;padding:0 1rem 3rem}
h1,h2,h3,p,li,dd,dt,td,th,summary{unicode-bidi:plaintext;text-align:start}
h1,h2,h3{margin:0;font-family:var(--serif);line-height:1.2}
p{margin:.4rem 0}ul,ol{margin:.4rem 0;padding-inline-start:1.25rem}
a{color:var(--link);text-underline-offset:.16em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.shapes{position:absolute;width:0;height:0}
.i{width:1.1em;height:1.1em;flex:none;vertical-align:-.17em}
.s-f{fill:currentColor}.s-l{fill:none;stroke:currentColor;stroke-width:2.4}.s-d{stroke-dasharray:3.6 2.37}.s-p{fill:none;stroke:var(--paper);stroke-width:2.6}
.yes,.holds{--s:var(--yes)}.part{--s:var(--part)}.some,.half{--s:var(--some)}.no,.fails{--s:var(--no)}.none,.open{--s:var(--none)}
.is{color:var(--s);font-weight:700}
.skip{position:absolute;inset-inline-start:-99rem}.skip:focus{inset-inline-start:1rem;top:.5rem;padding:.5rem;background:var(--paper);z-index:1}
/* the head */
.top{border-top:.35rem solid var(--ink);padding-top:.55rem}
.day{margin:0 0 .2rem;font-size:.875rem;color:var(--soft)}
h1{font-size:clamp(1.6rem,1.3rem + 1.5vw,2.5rem);letter-spacing:-.01em;text-wrap:balance}
.deck{text-wrap:pretty;font:600 1.125rem/1.38 var(--sans);margin:.45rem 0 0;max-width:46rem}
.many{font-size:1rem;line-height:1.4;margin-top:.3rem;max-width:50rem}
.fact{font-size:.9375rem;line-height:1.42;margin:.4rem 0 0;max-width:50rem}
.fact b{font-weight:600}
.about{color:var(--soft);font-size:.9375rem;margin:1rem 0 0;max-width:46rem}
/* the tally: under each answer the demands that have it */
.tally{margin-top:.8rem;font-size:.9375rem}
.tally h2{font:700 .8125rem/1.3 var(--sans);color:var(--soft);margin:0;padding:0;border:0}
.tally>ul{list-style:none;margin:.25rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:0 1.1rem;border-bottom:1px solid var(--line)}
.tally>ul>li{flex:1 0 100%;border-top:1px solid var(--line);padding:.3rem 0}
.tally>ul>.zero{flex:0 1 auto;color:var(--soft);border:0}
.tally>ul>.zero:has(+li:not(.zero)){margin-inline-end:auto}
.n{display:flex;gap:.4rem;align-items:center;margin:0;color:var(--s);font-weight:700}
.zero .n{color:inherit;font-weight:400}
.n b{color:var(--ink);font-variant-numeric:tabular-nums}.n b:last-child{margin-inline-start:auto}.zero .n b{color:inherit;font-weight:600;margin:0}
.tally ol{list-style:none;margin:.05rem 0 .1rem;padding:0;line-height:1.36}
.tally ol a{display:block;color:var(--ink);text-decoration:none;padding:.12rem 0 .12rem 1.6rem;text-indent:-1.6rem}
.tally ol a:hover{text-decoration:underline}
.num{display:inline-block;min-width:1.6rem;text-indent:0;color:var(--soft);font-variant-numeric:tabular-nums}
.tally details{margin:0}.tally summary{color:inherit;padding:0}.tally summary .n{display:inline-flex;width:calc(100% - 1.2rem)}
/* the demands */
h2{font-size:1.3rem;border-top:.2rem solid var(--ink);padding-top:.45rem;margin:2rem 0 .5rem}
.d{position:relative;border-top:1px solid var(--line);padding:.75rem 0 .5rem .95rem;break-inside:avoid}
.d::before{content:"";position:absolute;inset-inline-start:0;top:.85rem;bottom:.7rem;width:.25rem;background:var(--s)}
h2+.d{border-top:0}
.d:target{background:var(--tint);outline:.5rem solid var(--tint)}
.d h3{font-size:1.125rem}.d h3 .num{color:inherit;min-width:0}.num,.marks{unicode-bidi:isolate}
.answer{display:flex;flex-wrap:wrap;gap:0 .4rem;align-items:center;margin:.2rem 0;font-size:1.125rem}
.answer .aside{font-size:.9375rem;color:var(--soft)}
.said{margin:0}.parts{list-style:none;margin:.2rem 0;padding:0}.parts li{margin:.3rem 0}
.quiet{padding-block:.15rem}.quiet::before{top:.5rem;bottom:.5rem}.quiet h3{display:inline;font:400 1.0625rem/1.4 var(--sans)}.quiet summary{color:inherit}
.marks{font-size:.8125em;white-space:nowrap}.marks a{text-decoration:none;padding:.35em .12em}.marks a:hover{text-decoration:underline}
.tools{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem}.tools>details{flex:1 1 14rem;min-width:0}.wrong{margin:0;padding:.35rem 0;font-size:.875rem}
summary{cursor:pointer;color:var(--link);font-size:.9375rem;padding:.35rem 0}
summary:hover{text-decoration:underline}
.in{border-inline-start:1px solid var(--line);padding-inline-start:.85rem;margin:.1rem 0 .6rem;font-size:.9375rem;max-width:46rem}
.in>:first-child{margin-top:0}.in li{margin:.3rem 0}
li:not(.parts li)>.is{display:block}li:has(>.is):not(.parts li){list-style:none}
.lead{display:block;margin-top:.8rem}.in>p:first-child .lead{margin-top:0}
/* a link to a demand, or to a section, opens what is folded in it */
.d:target>details::details-content,.d:target>.tools>details::details-content,details:target::details-content{content-visibility:visible;block-size:auto;height:auto}
.d:target>details>summary,.d:target>.tools>details>summary,details:target>summary{pointer-events:none;list-style-type:disclosure-open}
.fold>summary{color:inherit;border-top:1px solid var(--line);padding:.6rem 0}
.fold>summary h2{display:inline;font-size:1.1875rem;border:0;padding:0;margin:0}
.folds{margin-top:2rem;border-bottom:1px solid var(--line)}.folds h2.bare{margin-top:0}
.sources{padding-inline-start:1.75rem;font-size:.9375rem}.sources>li{margin:.45rem 0}.sources>li:target{background:var(--tint);outline:.3rem solid var(--tint)}
.sources details p,.sources details li{font-size:.875rem;color:var(--soft)}.sources summary{font-size:.875rem;padding:.1rem 0;width:fit-content}
.notes{color:var(--soft);font-size:.9375rem;max-width:46rem}.notes:target{background:var(--tint)}
table{border-collapse:collapse;font-size:.9375rem;margin:.5rem 0;max-width:100%}
th,td{padding:.25rem .8rem .25rem 0;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:break-word}
th{font-weight:600}.wide th,.wide td{font-size:.8125rem;padding-inline-end:.4rem;overflow-wrap:anywhere}
td{font-variant-numeric:tabular-nums}th[scope=row]{font-weight:400}
footer{border-top:1px solid var(--line);margin-top:2rem;padding-top:.5rem;color:var(--soft);font-size:.875rem}
.site{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;font-size:.9375rem;padding:.5rem 0}.site a{padding:.2rem 0}
.top>.about{margin:.4rem 0 .8rem}
.entry{border-top:1px solid var(--line);padding:.9rem 0}.entry h2{border:0;padding:0;margin:0;font-size:1.3rem}.entry .deck{font-size:1rem;font-weight:400}
.counts{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;margin:.4rem 0 0;padding:0;font-size:.9375rem}.counts .zero{color:var(--soft)}.counts .n b:last-child{margin:0}
.prose{max-width:46rem}
@media(min-width:60rem){
.page{padding:0 2rem 4rem}
.cols{display:grid;grid-template-columns:19rem minmax(0,1fr);column-gap:3rem;align-items:start;margin-top:1rem}
.tally{position:sticky;top:.75rem;margin:0;max-height:calc(100vh - 1.5rem);overflow:auto}
.about{margin-top:0}.cols h2:first-child{margin-top:0}
.d{display:grid;grid-template-columns:14rem minmax(0,1fr);column-gap:1.75rem}
.d>h3{grid-row:1/9}.d>:not(h3){grid-column:2}.answer{margin-top:0}
.quiet{display:block}
}
@media print{
@page{size:A4;margin:12mm 14mm}
:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--tint:#fff;--link:#000;--yes:#00654f;--part:#12608a;--some:#7d5000;--no:#a32020;--none:#50565e}
body{font-size:9.3pt;line-height:1.34}.page,.cols{display:block;max-width:none;padding:0;margin:0}
.skip,.site,.wrong,.gist,main>details:not([open]),main>details>summary,.d:not(.quiet) summary,.sources summary,.fold:not([open]),.tools details:not([open]),.sources details:not([open]),.tally ol,.tally h2,.folds:not(:has(details[open])),.more{display:none}
a{color:inherit;text-decoration:none}
.top{border-top-width:2pt;padding-top:3pt}h1{font-size:17pt}.deck{font-size:10.5pt}.day,.fact,.about,.notes{font-size:8.7pt;margin-top:2pt}
.tally{position:static;overflow:visible;max-height:none;margin:4pt 0}.tally>ul{gap:0 12pt;border-top:.5pt solid var(--line)}.tally>ul>li,.tally>ul>.zero{flex:0 0 auto;border:0;padding:2pt 0;font-size:8.8pt;margin:0!important}.tally details:not([open]),.tally summary{display:block}.n b:last-child{margin:0}
h2{font-size:12pt;margin:7pt 0 2pt;padding-top:3pt;border-top-width:1.2pt;break-after:avoid}
.d{display:grid;grid-template-columns:58mm minmax(0,1fr);column-gap:5mm;padding:3.5pt 0 3pt 7pt}.d::before{top:4pt;bottom:4pt;width:2.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.d>h3{font-size:10pt;grid-row:1/9}.d>:not(h3){grid-column:2}.answer{font-size:10pt;margin:0}.quiet{display:block;padding:1pt 0 1pt 7pt}.quiet h3{font-size:9pt}.quiet summary{padding:0;list-style:none}
.d:target{outline:0}.parts,.parts li{margin:1pt 0}.given li,.sources>li{margin:1.5pt 0;font-size:8.7pt}.in{font-size:8.6pt}
}
"""
"""What is said stands first; a phone is meant first, then a desk, then paper."""

ALLOWED = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
"""What the policy of a page calls its style sheet, so that it allows no other style."""
