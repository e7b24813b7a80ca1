# Sourced by .ci/run: a Docker engine, skopeo and a browser for the interop suites, where this machine allows them.
# Sets DOCKER_HOST and PATH when it starts Debian's own engine; end_docker_engine ends that one, and no other.

docker_engine_folder=

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

docker_engine_answers() { docker version --format '{{.Server.Version}}' >/dev/null 2>&1; }

install_docker_tools() {
  local missing=()
  docker_engine_answers || [ -x /usr/sbin/dockerd ] || missing+=(docker.io)
  command -v skopeo >/dev/null 2>&1 || missing+=(skopeo)
  install_packages "${missing[@]}"
}

# For the suites that look at the dossier's and the brief's page.
install_browser() {
  [ -x "${CHROMIUM:-/usr/bin/chromium}" ] || install_packages chromium
}

install_packages() {
  local missing=("$@")
  [ ${#missing[@]} -gt 0 ] || return 0
  if ! command -v apt-get >/dev/null 2>&1 || ! as_root true 2>/dev/null; then
    echo "${missing[*]}: not here, and without apt-get and root not to be installed; the tests that need them are skipped"
    return 0
  fi
  echo "installing ${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive timeout 300 bash -c \
    'apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"' install "${missing[@]}" >/dev/null 2>&1 ||
    echo "${missing[*]} could not be installed; the tests that need them are skipped"
}

start_docker_engine() {
  if docker_engine_answers; then echo 'a Docker engine answers already'; return 0; fi
  if [ ! -x /usr/sbin/dockerd ]; then echo 'no Docker engine here; the tests that need one are skipped'; return 0; fi
  if ! as_root true 2>/dev/null; then echo 'dockerd needs root; the tests that need it are skipped'; return 0; fi
  docker_engine_folder=$(mktemp -d /tmp/golive-dockerd-XXXXXX)
  local folder=$docker_engine_folder
  # In a session of its own, so that Ctrl-C ends it through end_docker_engine and not in the middle of a test.
  as_root setsid /usr/sbin/dockerd --data-root "$folder/data" --exec-root "$folder/exec" --pidfile "$folder/pid" \
    --host "unix://$folder/docker.sock" --group "$(id -g)" >"$folder/log" 2>&1 &
  # The client that belongs to this engine: another one before it on PATH may be newer and without buildx.
  mkdir "$folder/bin" && ln -s /usr/bin/docker "$folder/bin/docker"
  local path=$PATH
  export DOCKER_HOST="unix://$folder/docker.sock" PATH="$folder/bin:$PATH"
  local waited
  for waited in $(seq 60); do
    if docker_engine_answers; then echo "Debian's Docker engine answers after $((waited / 2)) s"; return 0; fi
    sleep 0.5
  done
  echo 'dockerd does not come up on this machine; the tests that need it are skipped. It said:'
  tail -n 5 "$folder/log"
  end_docker_engine
  unset DOCKER_HOST
  PATH=$path
}

end_docker_engine() {
  local folder=$docker_engine_folder pid
  [ -n "$folder" ] || return 0
  docker_engine_folder=
  pid=$(cat "$folder/pid" 2>/dev/null)
  if [ -n "$pid" ]; then
    as_root kill "$pid" 2>/dev/null
    for _ in $(seq 60); do as_root kill -0 "$pid" 2>/dev/null || break; sleep 0.5; done
    as_root kill -KILL "$pid" 2>/dev/null
  fi
  # Containers with the host's network leave a mount behind.
  as_root sh -c 'umount "$1"/exec/netns/* 2>/dev/null' unmount "$folder"
  as_root rm -rf "$folder"
}
