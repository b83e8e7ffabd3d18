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
for (const q of ['华中','同济','huazong','QMUL','Barts','huazhong univ','华中科技大学','queen mary','university','univ','the university of','Huazhong Univrsity of Sience','tongji','hust','łódź','lodz','大学','伦敦','倫敦','00p991c53']) {
  const ts=[]; let r:any
  for(let i=0;i<5;i++){const t=performance.now(); r=await searchDirectory(d.db,q); ts.push(performance.now()-t)}
  console.log(q.padEnd(30), ts.map(t=>t.toFixed(1)).join(' '), '|', r.length, r.slice(0,4).map((x:any)=>x.name+(x.by!==x.name?` <${x.by}>`:'')).join(' ; ').slice(0,150))
}
console.log((await d.pool.query("select pg_size_pretty(pg_database_size(current_database()))")).rows)
await d.close()
