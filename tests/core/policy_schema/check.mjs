// Does policy.schema.json say what the typed reader says? The reader's half is tst_policy_reader over the same corpus.
// usage: node check.mjs WORK_FOLDER REPOSITORY
import fs from 'node:fs';
import path from 'node:path';

import {packages} from '../../support/npm.mjs';

const [work, repository] = process.argv.slice(2).map(folder => path.resolve(folder));
const here = path.join(repository, 'tests/core/policy_schema');
const corpus = path.join(repository, 'tests/data/policies');
const shipped = path.join(repository, 'resources/policies');
const readJson = file => JSON.parse(fs.readFileSync(file, 'utf8'));

function validator() {
    const Ajv = packages(here, work, 'ajv/dist/2020.js')('ajv/dist/2020').default;
    const ajv = new Ajv({strictSchema: true, strictTypes: false, strictTuples: false, strictRequired: false});
    return ajv.compile(readJson(path.join(shipped, 'policy.schema.json')));
}

function steps(pointer) {
    return pointer.slice(1).split('/').map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function edited(document, {set = {}, remove = []}) {
    const copy = structuredClone(document);
    const parentOf = pointer => steps(pointer).slice(0, -1).reduce((node, step) => node[step], copy);
    for (const [pointer, value] of Object.entries(set))
        parentOf(pointer)[steps(pointer).at(-1)] = value;
    for (const pointer of remove)
        delete parentOf(pointer)[steps(pointer).at(-1)];
    return copy;
}

const accepts = validator();
const wrong = [];
const good = [shipped, path.join(corpus, 'good')].flatMap(
    folder => fs.readdirSync(folder).filter(name => name.endsWith('.json') && name !== 'policy.schema.json')
        .map(name => path.join(folder, name)));
for (const file of good)
    if (!accepts(readJson(file)))
        wrong.push(`${file} is good, but the schema refuses it: ${JSON.stringify(accepts.errors)}`);

const base = readJson(path.join(shipped, 'standard.json'));
const broken = readJson(path.join(corpus, 'broken_rules.json'));
for (const entry of broken) {
    const accepted = accepts(edited(base, entry));
    if (accepted !== (entry.schema === 'cannot say'))
        wrong.push(`${entry.what}: the schema ${accepted ? 'accepts' : 'refuses'} it`);
}

wrong.forEach(line => console.error(line));
console.log(`${good.length} good policies, ${broken.length} broken ones, ${wrong.length} disagreements`);
process.exit(wrong.length === 0 && good.length >= 7 && broken.length > 50 ? 0 : 1);
