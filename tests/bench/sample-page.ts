/** A guide of about `bytes` bytes: headings, prose, commands, a table, links. The same for the same arguments. */
export function samplePage(bytes: number, edit = 0): string {
  const parts = [
    "---\ntitle: Storage for guests\nkind: GUIDE\ntags: [storage, xapi]\n---\n\n# Storage for guests\n",
  ];
  let size = parts[0]?.length ?? 0;
  for (let section = 1; size < bytes; section++) {
    const part = sampleSection(section, section === 3 ? edit : 0);
    parts.push(part);
    size += part.length;
  }
  return parts.join("\n");
}

function sampleSection(number: number, edit: number): string {
  const wording = edit > 0 ? ` This paragraph was reworded for the ${edit}th time.` : "";
  return `## Step ${number}: prepare repository ${number}

Every host of the pool must see the same device before repository ${number} is made.${wording} Look at [the
overview](overview.md#part-${number}) first, and note that *thin* repositories grow as guests write, whereas **thick**
ones take their whole size at once.

\`\`\`bash sudo timeout=2m
pvs /dev/disk/by-id/scsi-${number}
xe sr-create name-label="Repository ${number}" type=ext shared=false device-config:device=/dev/sd${String.fromCharCode(97 + (number % 24))}
\`\`\`

| Value | Meaning | Default |
| --- | --- | ---: |
| \`type\` | how guests' disks are kept | ext |
| \`shared\` | whether other hosts may use it | ${number} |

- Repositories on local disks cannot be shared.
- A repository that is full stops every guest on it; leave ${number} GiB free.
`;
}
