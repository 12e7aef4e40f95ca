import { execFileSync } from 'node:child_process';

/** All processes of this machine: their group and their command line. */
function all() {
  return execFileSync('ps', ['-eo', 'pid=,pgid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line))
    .filter((found) => found && !found[3].startsWith('Z'))
    .map(([, pid, group, , command]) => ({ pid: Number(pid), group: Number(group), command }));
}

/** What runs in a process group. */
export const groupOf = (group) => all().filter((one) => one.group === group);

/** PostgreSQL servers whose data is in a folder. */
export const serversIn = (folder) => all().filter(({ command }) => command.includes('postgres') && command.includes(folder));
