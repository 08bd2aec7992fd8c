// Is a file a bill of materials as CycloneDX's own schema wants it? Says what is wrong, and exits with 1.
// usage: node check.mjs WORK_FOLDER FILE.cdx.json
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

import {packages} from '../../support/npm.mjs';

const [work, file] = process.argv.slice(2).map(name => path.resolve(name));
const require = packages(path.dirname(fileURLToPath(import.meta.url)), work, '@cyclonedx/cyclonedx-library/package.json');
const {Spec, Validation} = require('@cyclonedx/cyclonedx-library');
const wrong = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(fs.readFileSync(file, 'utf8'));
if (wrong !== null) {
    console.error(JSON.stringify(wrong, null, 1));
    process.exit(1);
}
