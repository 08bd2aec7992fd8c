// What a test takes from npm, installed once into a folder of the build.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';

/// Installs what the package-lock.json of `here` names into `work`, unless `probe` is there; returns its `require`.
export function packages(here, work, probe) {
    fs.mkdirSync(work, {recursive: true});
    for (const file of ['package.json', 'package-lock.json'])
        fs.copyFileSync(path.join(here, file), path.join(work, file));
    if (!fs.existsSync(path.join(work, 'node_modules', probe))) {
        const options = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'];
        const npm = spawnSync('npm', ['ci', ...options], {cwd: work, stdio: 'inherit'});
        if (npm.status !== 0) {
            console.error(`npm could not install into ${work}: is npm there, and a registry in reach?`);
            process.exit(1);
        }
    }
    return createRequire(path.join(work, 'package.json'));
}
