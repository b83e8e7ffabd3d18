import { freshDatabase } from '#test/support/database.ts'
import { rorRecords } from '#src/partners/ror-file.ts'
import { importDirectory } from '#src/partners/import-directory.ts'
import { searchDirectory } from '#src/partners/search-directory.ts'
const d = await freshDatabase()
async function* many() { 
  const alphabet='abcdefghjkmnpqrstvwxyz0123456789'
  let n=0
  for (let round=0; round<4; round++) for await (const r of rorRecords('/work/shared/data/ror-records-v2.jsonl.gz')) {
    if (n++>=124000) return
    const x = r as any
    if (round===0) { yield x; continue }
    const id = x.id.replace(/0(........)$/, (_:string,s:string)=> '0'+[...s].map(c=>alphabet[(alphabet.indexOf(c)+round*7)%32]).join(''))
    yield {...x, id, relationships: []}
  }}
console.time('import')
const c = await importDirectory(d.db, many(), {fileName:'x', by:{kind:'node'}, at: Temporal.Now.instant(), progress:(n)=>{ if(n%20000===0) process.stdout.write(n+' ')}})
console.timeEnd('import'); console.log({...c, rejected:c.rejected.length})

const ex=async(q:string)=>{console.log('\n## '+q); for(const r of (await d.pool.query('explain (analyze, buffers off, timing on) '+q)).rows) console.log(r['QUERY PLAN'])}
await ex(`select term from directory_term where term % 'huazong' order by similarity(term,'huazong') desc, names desc limit 5`)
await ex(`select term from directory_term where term like 'huazh%' order by term='huazh' desc, names desc limit 24`)
await ex(`select i.ror, i.name, best.name as by from (select distinct on (n.ror) n.ror, n.name, case when n.folded = 'huazhong univ' then 0 when starts_with(n.folded,'huazhong univ') then 1 else 2 end as closeness, length(n.folded) as length from directory_name n where n.terms @> '{华中}' order by n.ror, closeness, length) as best join directory_institution i using (ror) order by i.status <> 'active', closeness, not 'education'=any(i.kinds), length, i.name limit 20`)
await ex(`select i.ror, i.name, best.name as by from (select distinct on (n.ror) n.ror, n.name, case when n.folded = 'university' then 0 when starts_with(n.folded,'university') then 1 else 2 end as closeness, length(n.folded) as length from directory_name n where n.terms && '{huazhong}' and n.terms && '{university,universitas,universidade,universidad,univ}' order by n.ror, closeness, length) as best join directory_institution i using (ror) order by i.status <> 'active', closeness, not 'education'=any(i.kinds), length, i.name limit 20`)
console.log((await d.pool.query("select pg_size_pretty(pg_database_size(current_database()))")).rows)
await d.close()
