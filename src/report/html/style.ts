// Light and dark come from one list of colours. Contrast: text 4.5:1, bars 3:1 against their background, in both.
export const style = `
:root{color-scheme:light dark;--bg:light-dark(#fff,#0f1419);--panel:light-dark(#f5f7f9,#182028);--text:light-dark(#1c2329,#e3e8ec);--quiet:light-dark(#56616b,#a0acb7);--line:light-dark(#cfd6dc,#33404c);--accent:light-dark(#0b5fb0,#7cbcff);--good:light-dark(#17692f,#66d18a);--bad:light-dark(#b3261e,#ff9389);--warn:light-dark(#8a5300,#f3b553);
--model:light-dark(#2563b8,#74aef5);--tests:light-dark(#1d7a3c,#5fc987);--tools:light-dark(#b1590a,#f0a45a);--transport:light-dark(#8a3fb3,#cf96ee);--client:light-dark(#5e6b76,#9fb0bf);--idle:light-dark(#8b959e,#6d7a86);--phase:light-dark(#0f6f74,#5cc4c9);--bar-text:light-dark(#fff,#0b1015);
--add:light-dark(#e3f6e7,#12301d);--del:light-dark(#fdeae8,#3a1a19)}
[data-theme=light]{color-scheme:light}[data-theme=dark]{color-scheme:dark}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
code,pre,.diff,.id{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:13px}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:var(--bg);padding:8px;z-index:3}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
nav{position:sticky;top:0;z-index:2;display:flex;gap:16px;align-items:center;justify-content:space-between;padding:8px 24px;background:var(--panel);border-bottom:1px solid var(--line)}
nav ul{display:flex;flex-wrap:wrap;gap:4px 18px;margin:0;padding:0;list-style:none;font-size:14px}
nav a{text-decoration:none}nav a:hover{text-decoration:underline}
button,input{font:inherit;font-size:14px;color:inherit;background:var(--bg);border:1px solid var(--quiet);border-radius:6px;padding:4px 10px}
button{cursor:pointer;white-space:nowrap}
main{max-width:1280px;margin:0 auto;padding:16px 24px 80px}
section{scroll-margin-top:56px}
h1{margin:0;font-size:30px;line-height:1.2}h1.good{color:var(--good)}h1.open{color:var(--warn)}
h2{margin:40px 0 12px;font-size:21px;border-bottom:1px solid var(--line);padding-bottom:6px}h3{margin:24px 0 8px;font-size:16px}
.lead{font-size:18px;margin:8px 0 12px;max-width:80ch;overflow-wrap:anywhere}
p,li{overflow-wrap:anywhere}
.quiet,.facts{color:var(--quiet)}
.numbers{display:flex;flex-wrap:wrap;gap:10px;margin:20px 0 0}
.numbers div{flex:1 1 110px;background:var(--panel);border:1px solid var(--line);border-radius:8px;padding:10px 14px}
.numbers dt{font-size:13px;color:var(--quiet)}.numbers dd{margin:0;font-size:20px;font-weight:600;white-space:nowrap}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:5px 10px;border-bottom:1px solid var(--line);vertical-align:top}
thead th{font-size:13px;color:var(--quiet);font-weight:600}tfoot th,tfoot td{font-weight:600;border-bottom:0}
.num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.scroll{overflow-x:auto}
.key{display:inline-block;width:12px;height:12px;border-radius:3px;margin-right:8px}
.why{max-width:90ch}
.shares{display:block;border-radius:6px;margin:20px 0 8px;overflow:hidden}
.legend{display:flex;flex-wrap:wrap;gap:2px 20px;margin:0;padding:0;list-style:none;font-size:14px}
rect.k-model{fill:var(--model)}rect.k-tests{fill:var(--tests)}rect.k-tools{fill:var(--tools)}rect.k-transport{fill:var(--transport)}rect.k-client{fill:var(--client)}rect.k-idle{fill:var(--idle)}rect.k-phase{fill:var(--phase)}
.key.k-model{background:var(--model)}.key.k-tests{background:var(--tests)}.key.k-tools{background:var(--tools)}.key.k-transport{background:var(--transport)}.key.k-client{background:var(--client)}.key.k-idle{background:var(--idle)}
.timeline{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:0 12px}
.lane-names{font-size:13px;color:var(--quiet);text-align:right}.lane-names div{line-height:26px;margin-bottom:4px}
#plot{min-width:100%;container-type:inline-size}
@container (max-width:700px){.axis g:nth-child(even) text{display:none}}@container (max-width:320px){.axis g:not(:nth-child(4n+1)) text{display:none}}
.axis{display:block;height:20px}.axis line{stroke:var(--quiet)}.axis text{fill:var(--quiet);font-size:12px}
.lane{display:block;margin-bottom:4px;background:var(--panel);overflow:hidden}
.rows-1{height:26px}.rows-2{height:48px}.rows-3{height:70px}.rows-4{height:92px}.rows-5{height:114px}.rows-6{height:136px}.rows-7{height:158px}.rows-8{height:180px}.rows-9{height:202px}.rows-10{height:224px}.rows-11{height:246px}.rows-12{height:268px}
.bar{cursor:default;outline:0}a.bar{cursor:pointer}.bar rect{stroke:var(--bg);stroke-width:.5px}.bar text{fill:var(--bar-text);font-size:12px;pointer-events:none}
.bar:hover rect{stroke:var(--text);stroke-width:2px}.bar:focus rect{stroke:var(--text);stroke-width:3px}
#tip{position:fixed;z-index:4;max-width:min(420px,calc(100vw - 16px));padding:8px 12px;background:var(--text);color:var(--bg);border-radius:6px;font-size:13px;line-height:1.45;pointer-events:none;overflow-wrap:anywhere}
.gauges{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,320px),1fr));gap:10px 32px}
.gauges li{display:grid;grid-template-columns:110px 1fr auto;gap:10px;align-items:center;font-size:14px}meter{width:100%;height:16px}
pre{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
.prose{font:inherit;max-width:90ch}
.file{margin-bottom:24px}.plus{color:var(--good)}.minus{color:var(--bad)}.file h3{overflow-wrap:anywhere}.note{color:var(--quiet);margin:4px 0;font-size:13px}
.diff{border:1px solid var(--line);line-height:1.45}.diff td{border:0;padding:0 8px}.diff .code{white-space:pre;width:100%}
.diff .no{color:var(--quiet);text-align:right;user-select:none;min-width:44px;border-right:1px solid var(--line)}
.diff .sign{display:inline-block;width:1.6ch;user-select:none}
.diff ins,.diff del{text-decoration:none}.added{background:var(--add)}.removed{background:var(--del)}
.hunk td{background:var(--panel);color:var(--quiet);padding:3px 8px}
.t-keyword{color:light-dark(#a11d56,#ff9ec4)}.t-string{color:light-dark(#0a5a3c,#8be0b4)}.t-number{color:light-dark(#074f9c,#8ec6ff)}.t-comment{color:light-dark(#535d66,#adb8c2);font-style:italic}.t-title{color:light-dark(#5b3aa8,#cdb4ff)}.t-name{color:light-dark(#7a4100,#f2c07a)}
.tests{table-layout:fixed;min-width:520px}.tests th:nth-child(2),.tests th:nth-child(3){width:112px}.tests th:nth-child(4){width:88px}.id{overflow-wrap:anywhere}
.chunk{content-visibility:auto;contain-intrinsic-size:auto 17000px}
.s-passed{color:var(--good)}.s-failed{color:var(--bad);font-weight:600}.s-skipped,.s-other{color:var(--quiet)}.s-passed::before{content:"✓ "/""}.s-failed::before{content:"✗ "/""}.s-skipped::before{content:"– "/""}
.filter{display:none}.filter.ready{display:flex;flex-wrap:wrap;gap:10px;align-items:center}
details{margin:6px 0}summary{cursor:pointer;padding:6px 10px;background:var(--panel);border:1px solid var(--line);border-radius:6px;overflow-wrap:anywhere}
.by{display:inline-block;border:1px solid var(--line);border-radius:9px;padding:0 8px;font-size:13px;color:var(--quiet)}.by.chosen{color:var(--good);border-color:var(--good);font-weight:600}
.turn{scroll-margin-top:56px}.facts{font-size:14px}
.item{margin:8px 0 8px 16px;border-left:4px solid var(--line);padding-left:12px;content-visibility:auto;contain-intrinsic-size:auto 120px}
.item .label{font-size:13px;font-weight:600}.who-model,.who-reasoning{border-color:var(--model)}.who-call{border-color:var(--tools)}.who-result{border-color:var(--tests)}
@media (max-width:640px){.wide{display:none}.tests{min-width:0}.tests th:nth-child(2),.tests th:nth-child(3){width:84px}.tests th:nth-child(4){width:60px}nav{padding:6px 12px;position:static}main{padding:12px 12px 60px}h1{font-size:24px}.lane-names{font-size:12px}.numbers div{flex-basis:40%}}
@media print{nav,.zoom,.filter{display:none!important}.chunk,.item{content-visibility:visible}}
@media (forced-colors:active){.bar rect,.shares rect{stroke:CanvasText;forced-color-adjust:none}}
`;
