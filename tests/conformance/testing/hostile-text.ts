/** What ends whatever it may stand in, and then begins an element of its own. */
export const tag = `"'></title></textarea></script><x-evil onx=1 style=x>`;
export const scheme = "java\tscript:alert(1)";

/** Every construct of the language with something in it that does not belong. */
export const hostileText = `---
title: '${tag.replaceAll("'", "''")}'
description: '${tag.replaceAll("'", "''")}'
tags: ['${tag.replaceAll("'", "''")}', '${scheme}']
'${tag.replaceAll("'", "''")}': '${tag.replaceAll("'", "''")}'
---

<h1 title="><x-evil onx=1>">Heading \`${tag}\`</h1>

## Second &lt;/h2>&lt;x-evil onx=1> [l](/open/missing "></h2><x-evil onx=1>")

[missing](/open/nowhere "a><x-evil onx=1>") [[open:nowhere|"><x-evil onx=1>]] ![alt "><x-evil onx=1>](x.png "t><x-evil>")
[a](<${scheme}>) [b](javascript:alert(1)) [c](data:text/html,<x-evil>) ![d](javascript:alert(1)) <javascript:alert(1)>
<img src=x onerror=alert(1)> <a href="&#106;avascript:alert(1)" onclick=alert(1)>x</a> <svg><a href="javascript:x"><x-evil/></a><script>x</script></svg>
<math><mtext><x-evil onx=1></mtext></math> <iframe srcdoc="<x-evil>"></iframe> <form action="https://evil.example"><button>x</button></form>
<style>x{}</style><base href="https://evil.example/"><meta http-equiv=refresh content="0;url=https://evil.example/"><object data=x></object>
<details open ontoggle=alert(1)>x</details> <p style="position:fixed">x</p> <a name="x" id="editor">clobber</a>

\`\`\`js"><x-evil onx=1>
${tag}
\`\`\`

| ${tag} |
| - |
| ${tag} |

[^"><x-evil>]: note ${tag}

$\\href{javascript:alert(1)}{x} \\htmlClass{x}{y} \\text{<x-evil>}$ [^"><x-evil>]

:::note "><x-evil onx=1>
x
:::
`;
