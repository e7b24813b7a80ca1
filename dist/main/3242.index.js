export const id=3242;export const ids=[3242];export const modules={99517:(e,t,r)=>{r.d(t,{B8:()=>dossierText,R8:()=>filesOf,AX:()=>renderings,Eo:()=>stated,Fc:()=>statementFiles});var a=r(72741),s=r(4395);let n=class Xml extends s.V{};let i=(0,s.k)(n,escapeXml).tag;function escapeXml(e){return e.toWellFormed().replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu,"").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;").replace(/'/g,"&#39;")}function junit(e){let t=e.steps.map((t,r)=>({text:suite(t,r,e),...countOf(t)})),sum=e=>t.reduce((t,r)=>t+r[e],0),r=`${e.project} ${e.release}`,a=i`<testsuites name="${r}" tests="${sum("tests")}" failures="${sum("failures")}" errors="${sum("errors")}">
${t.map(({text:e})=>e)}</testsuites>
`;return`<?xml version="1.0" encoding="UTF-8"?>
${a}`}function resultOf({state:e},t){return"measured"===e||"signed"===e?"passed":"failed"===e?"failure":"open"===e&&t?"error":"skipped"}function countOf({boxes:e,due:t}){let of=r=>e.filter(e=>resultOf(e,t)===r).length;return{tests:e.length,failures:of("failure"),errors:of("error"),skipped:of("skipped")}}function suite(e,t,{generatedAt:r}){let{tests:a,failures:s,errors:n,skipped:o}=countOf(e);return i`  <testsuite name="${e.step}" id="${t}" package="${e.phase}" tests="${a}" failures="${s}" errors="${n}" skipped="${o}" timestamp="${r}">
    <properties><property name="owner" value="${e.owner}"/><property name="due" value="${e.due}"/></properties>
${e.boxes.map(t=>testcase(t,e))}  </testsuite>
`}function testcase(e,{step:t,due:r}){let a=[`by ${e.by}`,...void 0===e.source?[]:[`source: ${e.source}`],...void 0===e.at?[]:[`at: ${e.at}`],...void 0===e.note?[]:[e.note],...void 0===e.link?[]:[`${e.job??"run"}: ${e.link}`]].join("\n");return i`    <testcase name="${e.box} ${e.text}" classname="${t}">${outcome(e,r)}<system-out>${e.state}: ${e.because}
${a}</system-out></testcase>
`}function outcome(e,t){let{state:r,because:a}=e,s=resultOf(e,t);return"failure"===s?i`<failure type="${r}" message="${a}"/>`:"error"===s?i`<error type="${r}" message="${a}"/>`:"skipped"===s?i`<skipped type="${r}" message="${a}"/>`:""}var o=r(41620),d=r(20983),l=r(82383);function shares(e,t){return[{tone:"measured",count:e.measured},{tone:"signed",count:e.signed},{tone:"waived",count:e.waived},{tone:"failed",count:e.failed},{tone:"open",count:t.open},{tone:"later",count:e.open-t.open}].filter(e=>e.count>0)}function ring(e,t){let r=(0,a.KN)(e),s=0,n=shares(e,t).map(({tone:t,count:r})=>{let a=s;return s+=r,(0,o.qy)`<circle class="${t}" cx="60" cy="60" r="50" pathLength="${e.total}" stroke-dasharray="${r} ${e.total-r}" stroke-dashoffset="${-a}" transform="rotate(-90 60 60)"/>`});return(0,o.qy)`<svg class="ring" viewBox="0 0 120 120" role="img" aria-label="Readiness ${r} per cent: ${e.closed} of ${e.total} boxes closed"><circle cx="60" cy="60" r="50"/>${n}<text x="60" y="64">${r}%</text><text class="small" x="60" y="79">${e.closed} of ${e.total}</text></svg>`}function bar(e,t){let r=0,a=shares(e,t).map(({tone:e,count:t})=>{let a=r;return r+=t,(0,o.qy)`<rect class="${e}" x="${a}" y="0" width="${t}" height="1"/>`});return(0,o.qy)`<svg class="bar" viewBox="0 0 ${e.total} 1" preserveAspectRatio="none" aria-hidden="true">${a}</svg>`}let c={signed:"✓ signed",quorum:"✓ by quorum",refused:"✕ refused",missing:"○ not signed"};function signatures(e){if(0===e.length)return(0,o.qy)``;let t=e.map(e=>({tone:"quorum"===e.state?"signed":e.state,name:e.role,state:c[e.state],lines:[e.because,...besides(e)]}));return(0,l.uW)("signatures","Signatures",(0,l.kR)(t))}function besides({comment:e,brief:t,relaxed:r,at:a,because:s}){return[...void 0===e||s.includes(e)?[]:[(0,o.qy)`“${e}”`],...void 0===r||0===r.length?[]:[(0,o.qy)`Relaxed for it: ${r.join(", ")}`],...void 0===t?[]:[(0,o.qy)`Brief <code title="SHA-256 ${t}">${t.slice(0,12)}</code>`],...void 0===a?[]:[(0,l.n$)(a,"day")]]}function exceptions({relaxations:e,checklist:t}){let{waivers:r,removed:a}=t,s=[part("Rules of sign-off that are relaxed",["Rule","What it lets through"],e.map(({name:e,because:t})=>[e,t])),part("Waivers",["Box","Owner","Reason","Until"],r.map(({box:e,owner:t,reason:r,until:a})=>[String(e),t,r,a])),part("Taken out of the checklist",["Box","What it asked","Why"],a.map(({box:e,text:t,reason:r})=>[String(e),t,r]))];return e.length+r.length+a.length===0?(0,o.qy)``:(0,l.uW)("exceptions","Exceptions in force",(0,o.qy)`${s}`)}function part(e,t,r){if(0===r.length)return(0,o.qy)``;let a=r.map(e=>({cells:e}));return(0,o.qy)`<h3>${e}</h3>${(0,l.c_)(t,a)}`}function sections_images(e){if(0===e.length)return(0,o.qy)``;let t=e.map(e=>({cells:[e.name,(0,o.qy)`<code>${e.reference}</code>`]}));return(0,l.uW)("images","Images",(0,l.c_)(["Image","Repository and digest"],t))}function timeline(e){return 0===e.length?(0,o.qy)``:(0,l.uW)("timeline","Timeline",(0,o.qy)`<ol class="timeline">${e.map(e=>(0,o.qy)`<li class="${tone(e.what)}">${(0,l.n$)(e.at,"time")}<span class="action">${e.action}</span><span class="what">${e.what}${void 0===e.subject?"":(0,o.qy)` <code>${e.subject}</code>`}</span></li>`)}</ol>`)}function tone(e){return e.startsWith("finished: ")?e.endsWith("pass")||e.endsWith("warn")?"measured":"failed":"later"}function evidence({evidence:e,gaps:t,sealed:r}){if(e.length+t.length===0)return(0,o.qy)``;let a=e.map(t=>({cells:[t.action,(0,o.qy)`${linked(t.job,t.link)}${environmentOf(t,e).map(beneath)}`,(0,o.qy)`<span class="figure">${t.verdict}</span>`,String(t.checks),(0,l.n$)(t.finishedAt,"time")]})),s=t.map(e=>({tone:"failed",cells:["none",e.job,(0,o.qy)`<span class="state">${e.result}</span>`,"",e.because]})),n=r.evidence.map(({name:e,bytes:t,sha256:r})=>({cells:[e,(0,o.qy)`<span class="figure">${t.toLocaleString("en")}</span>`,(0,o.qy)`<code>${r}</code>`]}));return(0,l.uW)("evidence","Evidence",(0,o.qy)`${(0,l.c_)(["Action","Job","Verdict","Checks","Finished"],[...a,...s])}
${part("Warnings and failures",["Action","Why"],e.flatMap(({action:e,because:t})=>t.map(t=>[e,t])))}
<h3>Files</h3><div class="rows">${(0,l.L)((0,o.qy)`<span class="line">${n.length} files, chained by SHA-256: the last link is <code>${r.evidence.at(-1)?.link.slice(0,12)}</code></span>`,(0,o.qy)`<div class="files">${(0,l.c_)(["File","Bytes","SHA-256"],n)}</div>`)}</div>`)}function environmentOf(e,t){let r=t.filter(({action:t,job:r})=>t===e.action&&r===e.job);return void 0!==e.environment&&r.some(({environment:t})=>t!==e.environment)?[e.environment]:[]}function beneath(e){return(0,o.qy)`<span class="origin">${e}</span>`}function linked(e,t){return void 0!==t&&/^https?:/.test(t)?(0,o.qy)`<a href="${t}">${e}</a>`:(0,o.qy)`${e}`}let m={before:"Before the release",release:"The release","day-1":"Day 1","week-1":"Week 1","month-1":"Month 1",rollback:"Rollback"},u={measured:"✓ measured",signed:"✓ signed",waived:"~ waived",failed:"✕ failed",open:"○ open"};function stepList(e){let t=[...Map.groupBy(e.steps,e=>e.phase)];return(0,o.qy)`<section aria-labelledby="boxes"><h2 id="boxes">The checklist</h2>${t.map(([e,t])=>(0,o.qy)`<h3>${m[e]}</h3><div class="rows">${t.map(stepRow)}</div>`)}</section>`}function stepRow(e){let t=(0,o.qy)`<span>${e.step}</span>${bar(e.tally,e.due?e.tally:{total:0,closed:0,measured:0,signed:0,waived:0,failed:0,open:0})}<span class="count">${count(e)}</span>`;return(0,l.L)(t,table(e),e.tally.failed>0)}function count(e){let{closed:t,total:r,failed:a}=e.tally;return a>0?`${a} failed`:e.due?`${t} of ${r}`:t>0?`${t} of ${r}, later`:"later"}function table(e){return(0,o.qy)`<div class="boxes"><table><colgroup><col class="number"><col class="verdict"><col class="text"><col><col class="when"></colgroup>
<thead><tr><th scope="col">Box</th><th scope="col">State</th><th scope="col">What it asks</th><th scope="col">Fact and source</th><th scope="col">Time</th></tr></thead>
<tbody>${e.boxes.map(t=>row(t,e.due))}</tbody></table></div>`}function row(e,t){let r="open"!==e.state||t?e.state:"later",a=[e.by,e.source,e.note].filter(e=>void 0!==e).join(" \xb7 "),s=void 0===e.job?"":(0,o.qy)` · ${linked(e.job,e.link)}`;return(0,o.qy)`<tr class="${r}"><td class="number">${e.box}</td><td class="verdict"><span class="state">${"later"===r?"\xb7 later":u[e.state]}</span></td><td class="name">${e.text}</td><td class="fact">${e.because}<span class="origin">${a}${s}</span></td><td class="when">${void 0===e.at?"":(0,l.n$)(e.at,"time")}</td></tr>
`}let p={ready:"Released, and ready",open:"Boxes left open",failed:"Stopped"},f={measured:"measured",signed:"signed",waived:"waived",failed:"failed",open:"open",later:"not due yet"};function page(e){return(0,d.l)({title:`${e.project} ${e.release}: ${p[e.verdict].toLowerCase()}`,body:(0,o.qy)`${header(e)}
<main>
${(0,l.uW)("readiness","Readiness",legend(e))}
${signatures(e.signatures)}
${exceptions(e)}
${stepList(e)}
${sections_images(e.images)}
${timeline(e.timeline)}
${evidence(e)}
</main>
${footer(e)}`})}function header(e){let{project:t,release:r,verdict:a,why:s,record:n}=e,i=`${e.run}, attempt ${e.attempt}`,d=void 0===n?[]:[["Release record",(0,o.qy)`<code title="SHA-256 ${n.sha256}">sha256:${n.sha256.slice(0,12)}</code>`]];return(0,l.yp)({tone:a,kicker:`${t} ${r}`,headline:p[a],why:s,facts:[["Repository",e.repository],["Commit",(0,o.qy)`<code>${e.commit.slice(0,12)}</code>`],["Run",linked(i,e.runUrl)],...d,["Checklist",(0,o.qy)`<code title="SHA-256 ${e.checklist.digest}">sha256:${e.checklist.digest.slice(0,12)}</code>`],["Written",(0,l.n$)(e.generatedAt,"day")]],figure:ring(e.readiness.all,e.readiness.due)})}function legend(e){let{all:t,due:r}=e.readiness;return(0,o.qy)`<p>${r.closed} of the ${r.total} boxes due by now are closed (${(0,a.KN)(r)}%). Of all ${t.total} it is ${t.closed} (${(0,a.KN)(t)}%):</p>
<ul class="legend">${shares(t,r).map(({tone:e,count:t})=>(0,o.qy)`<li class="${e}"><span class="dot"></span><b>${t}</b> ${f[e]}</li>`)}</ul>`}function footer({sealed:e}){return(0,o.qy)`<footer><p>Computed by Golive from ${e.evidence.length} evidence files. Measured: an action asked, and this is what it was told. Signed: a named person approved a protected environment. Waived: a named person answers for it until a day.</p><p>The same facts for programs: dossier.json. Whether a byte of any of it has changed since: <code>npx golive verify</code>.</p></footer>`}var h=r(52970),g=r(70700),y=r(77154);function filesOf(e){let t=renderings(e);return new Map([...t,...statementFiles((0,g.T8)(e,stated(t)))])}function renderings(e){return new Map([["dossier.json",dossierText(e)],["dossier.md",String((0,y.z)(e))],["dossier.html",page(e)],["dossier.junit.xml",junit(e)]])}function statementFiles(e){let t=g.t.parse(e);return new Map([["dossier.intoto.json",jsonText(t)],["dossier.predicate.json",jsonText(t.predicate)],["dossier.subjects.txt",(0,g.SB)(e)]])}function stated(e){return[...e].map(([e,t])=>({name:e,bytes:Buffer.byteLength(t),sha256:(0,h.sc)(t)}))}function dossierText(e){return jsonText(a.jX.parse(e))}function jsonText(e){return`${JSON.stringify(e,void 0,2)}
`}},99518:(e,t,r)=>{r.d(t,{I:()=>linkOf,d:()=>chainOf});var a=r(56655);function chainOf(e){let t=[];for(let{name:r,bytes:a,sha256:s}of e){let e={name:r,bytes:a,sha256:s,previous:t.at(-1)?.link??null};t.push({...e,link:linkOf(e)})}return t}function linkOf({name:e,bytes:t,sha256:r,previous:s}){return(0,a.o)({name:e,bytes:t,sha256:r,previous:s})}},70700:(e,t,r)=>{r.d(t,{SB:()=>subjectLines,T8:()=>statementOf,W3:()=>s,t:()=>d});var a=r(27597);let s="urn:golive:dossier:v1",n=a.YjP().regex(/^[0-9a-f]{64}$/),i=a.rej({name:a.YjP(),bytes:a.aig().int(),sha256:n}),o=a.g1P(a.YjP(),a.aig()),d=a.rej({_type:a.euz("https://in-toto.io/Statement/v1"),subject:a.YOg(a.rej({name:a.YjP(),digest:a.g1P(a.YjP(),a.YjP())})).min(1).describe("The images by digest; where there are none, the commit"),predicateType:a.euz(s),predicate:a.rej({release:a.rej({project:a.YjP(),repository:a.YjP(),name:a.YjP(),commit:a.YjP(),run:a.YjP(),attempt:a.aig().int()}),generatedAt:a.YjP(),verdict:a.k5n(["ready","open","failed"]),readiness:a.rej({all:o,due:o}),checklist:n.describe("The checklist's digest"),record:n.exactOptional().describe("SHA-256 of the release record"),chain:n.nullable().describe("The last link of the evidence; null of none"),evidence:a.YOg(i).describe("Every evidence file, in the order of the chain"),files:a.YOg(i).describe("The dossier itself")})});function statementOf(e,t){let{sealed:r,record:a}=e;return{_type:"https://in-toto.io/Statement/v1",subject:subjectsOf(e),predicateType:s,predicate:{release:{project:e.project,repository:e.repository,name:e.release,commit:e.commit,run:e.run,attempt:e.attempt},generatedAt:e.generatedAt,verdict:e.verdict,readiness:e.readiness,checklist:e.checklist.digest,...void 0===a?{}:{record:a.sha256},chain:r.evidence.at(-1)?.link??null,evidence:r.evidence.map(({name:e,bytes:t,sha256:r})=>({name:e,bytes:t,sha256:r})),files:t.map(({name:e,bytes:t,sha256:r})=>({name:e,bytes:t,sha256:r}))}}}function subjectsOf({images:e,repository:t,commit:r}){let a=e.flatMap(({name:e,reference:t})=>{let[r,a]=t.includes("@")?t.split("@"):[e,t],[,s]=/^sha256:([0-9a-f]{64})$/.exec(a??"")??[];return void 0===s?[]:[{name:r??e,digest:{sha256:s}}]});return a.length>0?a:[{name:t,digest:{gitCommit:r}}]}function subjectLines({subject:e}){return e.flatMap(({name:e,digest:{sha256:t}})=>void 0===t?[]:[`${t}  ${e}
`]).join("")}},77154:(e,t,r)=>{r.d(t,{z:()=>summary});var a=r(87232),s=r(72741);function fitted(e,t,r=1046528){let s=t.map(e=>({part:e,lines:linesOf(e),frame:bytesOf(framed(e,[],0))})),n=s.reduce((e,{frame:t})=>e+t,bytesOf(e.text)),i=waterline(s.map(({lines:e})=>e.reduce((e,t)=>e+bytesOf(t)+1,0)),r-n),o=s.map(({part:e,lines:t})=>{let r=i,a=t.findIndex(e=>(r-=bytesOf(e)+1)<0);return framed(e,a<0?t:t.slice(0,a),t.length)});return(0,a.pG)(`${e}${o.join("")}`)}function waterline(e,t){let r=Math.max(0,t),a=e.toSorted((e,t)=>e-t);for(let[e,t]of a.entries()){let s=Math.floor(r/(a.length-e));if(t>s)return s;r-=t}return 1/0}function linesOf({head:e,rows:t}){return 0===t.length?[]:(0,a.tp)(e,t).text.split("\n").slice(2)}function framed(e,t,r){let[s="",n=""]=(0,a.tp)(e.head,[]).text.split("\n"),i=r-t.length,o=i>0||0===r?`
${i||1e9} of ${r||1e9} rows are left out here: dossier.html in the artifact dossier has them all.
`:"",d=`
${[s,n,...t].join("\n")}
${o}`;return e.folded?`
<details><summary>${(0,a.md)`${e.heading}`}</summary>
${d}
</details>
`:`
${(0,a.md)`## ${e.heading}`}
${d}`}let bytesOf=e=>Buffer.byteLength(e),n={ready:"released, and ready",open:"boxes left open",failed:"stopped"};function summary(e){let{all:t,due:r}=e.readiness;return fitted((0,a.md)`# ${summary_short(e.project)} ${summary_short(e.release)}: ${n[e.verdict]}

${summary_short(e.why,4e3)}

**Readiness ${(0,s.KN)(t)}%**: ${t.closed} of ${t.total} boxes are closed, ${t.measured} measured and ${t.signed} signed; ${t.waived} waived, ${t.failed} failed, ${t.open} open. Of the ${r.total} due by now: ${r.closed}.
${void 0===e.record?"":(0,a.md)`\nRelease record: SHA-256 ${e.record.sha256}, written ${e.record.createdAt}.\n`}`,[steps(e),wanting(e),signatures(e),relaxations(e),waivers(e),removed(e),gaps(e),summary_images(e),everyBox(e),timeline(e),files(e)].filter(e=>e.rows.length>0))}function steps({steps:e}){return{heading:"Steps",head:["Step","Closed","Measured","Signed","Waived","Failed","Open"],rows:e.map(({step:e,due:t,tally:r})=>[summary_short(e),t?`${r.closed} of ${r.total}`:"later",...[r.measured,r.signed,r.waived,r.failed,r.open].map(String)])}}function wanting({steps:e}){return{heading:"Boxes that need somebody",head:["Box","State","What it asks","Fact","From"],rows:e.filter(e=>e.due).flatMap(e=>e.boxes).filter(({state:e})=>"failed"===e||"open"===e).sort((e,t)=>Number("open"===e.state)-Number("open"===t.state)||e.box-t.box).map(e=>[String(e.box),e.state,summary_short(e.text),summary_short(e.because),origin(e)])}}function signatures({signatures:e}){return{heading:"Signatures",head:["Role","State","By","Because","Brief","Said","Relaxed"],rows:e.map(e=>[summary_short(e.role),e.state,summary_short(e.by??""),summary_short(e.because),e.brief?.slice(0,12)??"",summary_short(e.comment??""),summary_short(e.relaxed?.join(", ")??"")])}}function relaxations({relaxations:e}){return{heading:"Relaxed rules",head:["Rule","What it lets through"],rows:e.map(({name:e,because:t})=>[summary_short(e),summary_short(t)])}}function waivers({checklist:e}){return{heading:"Waivers",head:["Box","Owner","Reason","Until"],rows:e.waivers.map(e=>[String(e.box),summary_short(e.owner),summary_short(e.reason),e.until])}}function removed({checklist:e}){return{heading:"Taken out of the checklist",head:["Box","What it asked","Why"],rows:e.removed.map(({box:e,text:t,reason:r})=>[String(e),summary_short(t),summary_short(r)])}}function gaps({gaps:e}){return{heading:"Jobs that left nothing to read",head:["Job","Ended","Because"],rows:e.map(({job:e,result:t,because:r})=>[summary_short(e),t,summary_short(r)])}}function summary_images({images:e}){return{heading:"Images",head:["Image","Repository and digest"],rows:e.map(({name:e,reference:t})=>[summary_short(e),summary_short(t)]),folded:!0}}function everyBox({steps:e}){return{heading:"Every box",head:["Box","Step","State","What it asks","Fact","From"],rows:e.flatMap(({step:e,boxes:t,due:r})=>t.map(t=>[String(t.box),summary_short(e),"open"!==t.state||r?t.state:"later",summary_short(t.text),summary_short(t.because),origin(t)])),folded:!0}}function timeline({timeline:e}){return{heading:"Timeline",head:["At","Action","What","Subject"],rows:e.map(({at:e,action:t,what:r,subject:a})=>[e,summary_short(t),summary_short(r),summary_short(a??"")]),folded:!0}}function files({sealed:e}){return{heading:"Evidence files",head:["File","Bytes","SHA-256"],rows:e.evidence.map(({name:e,bytes:t,sha256:r})=>[summary_short(e),String(t),r]),folded:!0}}function origin({source:e,at:t,job:r,link:s}){let n=[e,t].filter(e=>void 0!==e).map(e=>summary_short(e));return void 0===r?n.join(", "):(0,a.md)`${n.join(", ")}, ${linked(summary_short(r),s)}`}function linked(e,t){return void 0!==t&&/^https?:\/\/[\w.:/%~-]+$/.test(t)?(0,a.pG)(`[${(0,a.md)`${e}`}](${t})`):e}function summary_short(e,t=1e3){return e.length<=t?e:`${e.slice(0,t).toWellFormed()}…`}},20983:(e,t,r)=>{r.d(t,{l:()=>documentOf});var a=r(77598),s=r(41620);let n=`
:root { color-scheme: light dark;
  --paper: #fbfaf7; --card: #fff; --ink: #1c2326; --soft: #566166; --line: #e0ddd5; --later: #d6d3ca;
  --measured: #14705a; --signed: #2f5d9e; --failed: #b3261e; --open: #96690a;
  --ready-wash: #e2f0ea; --open-wash: #f8efd9; --failed-wash: #fae5e2; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #14181a; --card: #1c2225; --ink: #e8e6e0; --soft: #a3adb1; --line: #30383c; --later: #434c50;
  --measured: #5cc5a5; --signed: #86b3ee; --failed: #ff8f85; --open: #e0b252;
  --ready-wash: #16302a; --open-wash: #332a14; --failed-wash: #3b1f1d; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', sans-serif; overflow-wrap: break-word; }
main, header, footer { max-width: 66rem; margin: 0 auto; padding: 0 1.25rem; }
a { color: inherit; text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--signed); outline-offset: 2px; border-radius: 4px; }
code, .mono { font: .86em/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; overflow-wrap: anywhere; }
h1 { font-size: clamp(1.7rem, 5vw, 2.5rem); line-height: 1.15; letter-spacing: -.02em; margin: .2rem 0 .7rem; }
h2 { font-size: 1.2rem; letter-spacing: -.01em; margin: 0 0 .9rem; }
h3 { font-size: .78rem; font-weight: 650; text-transform: uppercase; letter-spacing: .08em; color: var(--soft); margin: 1.6rem 0 .5rem; }
section { margin: 2.6rem 0; }
.band { border-bottom: 1px solid var(--line); padding: 2.2rem 0 2rem; }
.band.ready { background: var(--ready-wash); } .band.open { background: var(--open-wash); } .band.failed { background: var(--failed-wash); }
.head { display: grid; grid-template-columns: 1fr auto; gap: 1.5rem 3rem; align-items: center; }
.kicker { margin: 0; color: var(--soft); font-weight: 550; }
.why { font-size: 1.13rem; max-width: 44rem; margin: 0 0 1.1rem; }
.facts { display: flex; flex-wrap: wrap; gap: .35rem 1.6rem; margin: 0; }
.facts div { display: flex; gap: .45rem; } .facts dt { color: var(--soft); } .facts dd { margin: 0; }
.ring { width: 12rem; height: 12rem; display: block; }
.ring text { fill: var(--ink); text-anchor: middle; font: 650 21px system-ui, sans-serif; letter-spacing: -.5px; }
.ring .small { fill: var(--soft); font: 500 9.5px system-ui, sans-serif; letter-spacing: 0; }
.measured { --tone: var(--measured); } .signed { --tone: var(--signed); } .failed { --tone: var(--failed); } .open, .waived { --tone: var(--open); } .later { --tone: var(--later); } .refused { --tone: var(--failed); } .missing { --tone: var(--open); }
.ring circle { fill: none; stroke-width: 13; stroke: var(--tone, var(--line)); }
.bar rect { fill: var(--tone, var(--line)); }
.legend { display: flex; flex-wrap: wrap; gap: .4rem 1.6rem; list-style: none; padding: 0; margin: 0; }
.legend li { display: flex; align-items: center; gap: .5rem; } .legend b { font-variant-numeric: tabular-nums; }
.dot { width: .75rem; height: .75rem; flex: none; border-radius: 50%; background: var(--tone); }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15.4rem), 1fr)); gap: .8rem; list-style: none; margin: 0; padding: 0; }
.cards li { background: var(--card); border: 1px solid var(--line); border-top: 3px solid var(--tone); border-radius: 8px; padding: .8rem 1rem; }
.cards p { margin: .2rem 0 0; color: var(--soft); font-size: .93rem; } .cards .who { color: var(--ink); font-size: 1rem; }
.cards .state { font-size: .9rem; }
.cards .role { display: flex; align-items: baseline; flex-wrap: wrap; justify-content: space-between; gap: 0 .6rem; margin: 0; color: var(--ink); font-size: 1rem; }
.state { color: var(--tone); font-weight: 600; white-space: nowrap; } .later .state { color: var(--soft); }
.rows { border: 1px solid var(--line); border-radius: 10px; background: var(--card); overflow: hidden; }
details + details { border-top: 1px solid var(--line); }
summary { display: grid; grid-template-columns: 1fr 9rem 7.5rem 1rem; gap: 1rem; align-items: center; padding: .6rem 1rem; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::after { content: ''; width: .45rem; height: .45rem; border: solid var(--soft); border-width: 0 2px 2px 0; transform: rotate(45deg) translate(-2px, -2px); }
details[open] > summary::after { transform: rotate(225deg) translate(-2px, -2px); }
.files .rows { border-width: 1px 0 0; border-radius: 0; }
.figure { white-space: nowrap; font-variant-numeric: tabular-nums; }
.line { grid-column: 1 / -2; }
summary:hover { background: color-mix(in srgb, var(--ink) 4%, transparent); }
.bar { width: 100%; height: .5rem; display: block; border-radius: 4px; }
.count { text-align: right; color: var(--soft); font-variant-numeric: tabular-nums; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th { text-align: left; font-weight: 600; color: var(--soft); font-size: .8rem; padding: .4rem 1rem; }
td { vertical-align: top; padding: .5rem 1rem; border-top: 1px solid var(--line); }
.boxes col.number { width: 4.4rem; } .boxes col.verdict { width: 7.5rem; } .boxes col.text { width: 27%; } .boxes col.when { width: 6rem; }
.boxes table { table-layout: fixed; } .number { color: var(--soft); white-space: nowrap; font-variant-numeric: tabular-nums; }
.origin { display: block; color: var(--soft); font-size: .85rem; }
time { font-variant-numeric: tabular-nums; white-space: nowrap; } td time { color: var(--soft); }
.verbatim { margin: 0; padding: .7rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; white-space: pre-wrap; overflow-wrap: anywhere; }
.sha { white-space: nowrap; }
.planned summary { grid-template-columns: 1fr auto 1rem; } .planned .state { text-align: right; } .planned .verbatim { border: 0; border-top: 1px solid var(--line); border-radius: 0; }
.timeline { list-style: none; margin: 0; padding: 0 0 0 1.1rem; border-left: 2px solid var(--line); }
.timeline li { position: relative; padding: .18rem 0; display: grid; grid-template-columns: 5.2rem 9.5rem 1fr; gap: .8rem; }
.timeline li::before { content: ''; position: absolute; left: -1.48rem; top: .62rem; width: .6rem; height: .6rem; border-radius: 50%; background: var(--tone, var(--later)); border: 2px solid var(--paper); }
.timeline time, .timeline .action { color: var(--soft); }
footer { color: var(--soft); font-size: .9rem; border-top: 1px solid var(--line); padding-top: 1.2rem; padding-bottom: 2.5rem; }
@media screen and (max-width: 44rem) {
  .head { grid-template-columns: 1fr; } .ring { width: 10rem; height: 10rem; }
  summary { grid-template-columns: 1fr auto 1rem; } summary .bar { grid-column: 1 / -1; grid-row: 2; }
  .boxes thead { position: absolute; clip-path: inset(50%); } .boxes colgroup { display: none; }
  .boxes tr { display: grid; grid-template-columns: 2.4rem 1fr auto; padding: .6rem 1rem; border-top: 1px solid var(--line); gap: .1rem .4rem; }
  .boxes td { display: block; border: 0; padding: 0; } .boxes .fact, .boxes .name { grid-column: 2 / -1; } .boxes .name { font-weight: 550; }
  .boxes tr { grid-template-areas: 'n v w' '. t t' '. f f'; } .boxes .number { grid-area: n; } .boxes .verdict { grid-area: v; } .boxes .when { grid-area: w; } .boxes .name { grid-area: t; } .boxes .fact { grid-area: f; }
  .planned summary { grid-template-columns: 1fr 1rem; } .planned .state { grid-area: 2 / 1; text-align: left; }
  .rows td, .rows th { padding-left: .38rem; padding-right: .38rem; } .rows td { overflow-wrap: anywhere; } .rows th { font-size: .7rem; overflow-wrap: normal; } .rows table { font-size: .86rem; }
  .timeline li { grid-template-columns: 4.6rem 1fr; gap: 0 .8rem; } .timeline .what { grid-column: 1 / -1; }
}
@page { margin: 16mm 14mm 17mm;
  @bottom-left { content: 'Golive'; font: 8pt system-ui, sans-serif; color: #444; }
  @bottom-right { content: counter(page) ' of ' counter(pages); font: 8pt system-ui, sans-serif; color: #444; } }
@page :first { margin-top: 12mm; }
@media print {
  :root { color-scheme: light; --paper: #fff; --card: #fff; --ink: #111; --soft: #444; --line: #ccc; --later: #ccc; --measured: #14705a; --signed: #2f5d9e; --failed: #b3261e; --open: #96690a; --ready-wash: #fff; --open-wash: #fff; --failed-wash: #fff; }
  html { font-size: 68%; } body { font-size: 1rem; print-color-adjust: exact; -webkit-print-color-adjust: exact; } .band { padding: 0 0 1rem; } section { margin: 1.4rem 0; }
  main, header, footer { max-width: none; padding-left: 0; padding-right: 0; }
  details::details-content { content-visibility: visible; display: block; height: auto; } summary::after { display: none; } summary { background: #f4f4f2; }
  td, th { padding: .25rem .5rem; } summary { padding: .3rem .5rem; } .cards { grid-template-columns: repeat(4, 1fr); } .timeline li { padding: 0; }
  tr, .cards li, .timeline li, summary { break-inside: avoid; } summary, h2, h3 { break-after: avoid; } thead { display: table-header-group; } .rows { overflow: visible; }
}
`;function documentOf({title:e,body:t}){let r=`default-src 'none'; style-src 'sha256-${i}'; base-uri 'none'; form-action 'none'`;return`<!doctype html>
<html lang="en">
${(0,s.qy)`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${r}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${e}</title>`}
<style>${n}</style>
</head>
<body>
${t}
</body>
</html>
`}let i=(0,a.createHash)("sha256").update(n).digest("base64")},82383:(e,t,r)=>{r.d(t,{Bj:()=>verbatim,L:()=>unfolding,c_:()=>tableOf,kR:()=>cards,n$:()=>moment,uW:()=>section,yp:()=>band});var a=r(41620);function moment(e,t){let[r="",s=""]=e.split("T"),n=s.slice(0,8);return(0,a.qy)`<time datetime="${e}">${"day"===t?`${r} ${n} UTC`:n}</time>`}function band(e){return(0,a.qy)`<div class="band ${e.tone}"><header><div class="head"><div>
<p class="kicker">${e.kicker}</p>
<h1>${e.headline}</h1>
<p class="why">${e.why}</p>
${facts(e.facts)}</div>${e.figure}</div></header></div>`}function facts(e){return(0,a.qy)`<dl class="facts">
${e.map(([e,t])=>(0,a.qy)`<div><dt>${e}</dt><dd>${t}</dd></div>\n`)}</dl>`}function section(e,t,r){return(0,a.qy)`<section aria-labelledby="${e}"><h2 id="${e}">${t}</h2>${r}</section>`}function tableOf(e,t){return(0,a.qy)`<div class="rows"><table>
<thead><tr>${e.map(e=>(0,a.qy)`<th scope="col">${e}</th>`)}</tr></thead>
<tbody>${t.map(({tone:e,cells:t})=>row(e,t))}</tbody></table></div>`}function row(e,t){let r=t.map(e=>(0,a.qy)`<td>${e}</td>`);return void 0===e?(0,a.qy)`<tr>${r}</tr>\n`:(0,a.qy)`<tr class="${e}">${r}</tr>\n`}function cards(e){return(0,a.qy)`<ul class="cards">${e.map(({tone:e,name:t,state:r,lines:s})=>(0,a.qy)`<li class="${e}"><p class="role"><b>${t}</b><span class="state">${r}</span></p>
${s.map((e,t)=>0===t?(0,a.qy)`<p class="who">${e}</p>`:(0,a.qy)`<p>${e}</p>`)}</li>\n`)}</ul>`}function unfolding(e,t,r=!1){return r?(0,a.qy)`<details open><summary>${e}</summary>${t}</details>`:(0,a.qy)`<details><summary>${e}</summary>${t}</details>`}function verbatim(e){return(0,a.qy)`<pre class="verbatim"><code>${e}</code></pre>`}}};
