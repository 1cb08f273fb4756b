#!/usr/bin/env bash
# Runs one command inside a Debian that lies in a folder: inside.sh ROOT PROJECT.tar REPORTS SECONDS [SHOWN...] -- COMMAND...
# The project is unpacked in memory at /project, REPORTS stands at /reports, each SHOWN path can be read at its own place.
#
# Started by chroots.py in namespaces of its own (unshare --mount --pid --ipc, and --net once everything is installed):
# every mount and every process below is gone when this script ends, however it ends, and the machine never sees them.
set -euo pipefail

root=$1 project=$2 reports=$3 seconds=$4
shift 4
shown=()
while [ "$1" != -- ]; do shown+=("$1"); shift; done
shift

mount --rbind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/dev/shm"
mount -t proc proc "$root/proc"
mount --rbind /sys "$root/sys"
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
mkdir -p "$root/project" "$root/reports"
mount -t tmpfs -o mode=755 tmpfs "$root/project"
tar --extract --no-same-owner --file "$project" --directory "$root/project"
mount --bind "$reports" "$root/reports"
for path in "${shown[@]}"; do
  if [ -d "$path" ]; then mkdir -p "$root$path"; else mkdir -p "$root${path%/*}"; touch "$root$path"; fi
  mount --bind --read-only "$path" "$root$path"
done
ip link set lo up  # offices and tests also talk over a socket of this machine

code=0
chroot "$root" timeout --signal=INT --kill-after=60 "$seconds" \
  sh -c 'cd /project && exec "$@"' sh "$@" </dev/null || code=$?
if [ -d "$root/project/out" ]; then cp -r "$root/project/out/." "$reports"; fi  # pictures of failed window tests
chown -R --reference="$reports/.." "$reports"  # not root's, when a developer called through sudo
exit "$code"
