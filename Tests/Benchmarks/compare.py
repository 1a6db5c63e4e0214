"""Times whole commands in turn and prints each figure as a ratio to its peer.

Each pair runs alternately, so that a machine that gets slower slows both; the ratio is that of
the medians. Nothing here passes or fails: the bounds beside the ratios are the ones we aim at.
"""

import glob
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import uuid

FLYCONF, CHECK_JSONSCHEMA, VAULT, SOPS, TAPLO, DETECT_SECRETS, LEAKS = (
    os.path.abspath(path) for path in sys.argv[1:8])
SHARED = os.path.abspath("../shared")
EXAMPLE = os.path.abspath("Examples/ezedit")
os.environ["FLYCONF_NOW"] = "2026-11-23T00:00:00Z"


def measure(command):
    """Seconds and peak memory in MB of one run."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    # 1 says that something was found, which some are meant to.
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"failed, and so not measured: {' '.join(command)[:200]}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def compare(ours, peer, runs):
    """Medians of both commands, run in turn after a warm-up."""
    measure(ours), measure(peer)
    pairs = [(measure(ours), measure(peer)) for _ in range(runs)]
    return (statistics.median(a[0] for a, _ in pairs),
            statistics.median(b[0] for _, b in pairs),
            max(a[1] for a, _ in pairs))


def row(what, ours, peer, ratio, bound):
    print(f"{what:<58} {ours:>10} {peer:>10} {ratio:>8} {bound:>9}")


def seconds(value):
    return f"{value * 1000:.1f} ms" if value < 1 else f"{value:.2f} s"


def project(folder, count, mistakes=0):
    """A sound project with many variables, the first ones with a planted mistake each."""
    os.makedirs(folder)
    write = lambda name, value: json.dump(value, open(f"{folder}/{name}", "w"), indent=2)
    write("deployment.json", {
        "app_name": "large", "domain": "large.fly.dev", "region_primary": "fra",
        "resource_cpu": 1, "resource_memory": "256MB", "resource_storage": "1GB",
        "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z"})
    environments = ["production", "staging", "development"]
    write("variables.json", {"variables": [{
        "id": str(uuid.UUID(int=index + 1, version=4)),
        "key": f"SERVICE_SETTING_{index:06d}" if index >= mistakes else f"setting-{index}",
        "encrypted_value": f"plain:https://service-{index}.internal.example.com/path",
        "environment": environments[index % 3],
        "is_secret": False,
        "category": "feature_flag",
        "description": f"Setting number {index} of a project that is larger than any real one",
        "required": False,
        "created_at": "2026-01-01T00:00:00Z",
        "updated_at": "2026-02-01T00:00:00Z"} for index in range(count)]})
    return folder


def vault(state):
    """Verifying 10,000 changes, against programs that do nothing but read or list the files."""
    os.environ["XDG_STATE_HOME"] = state
    audit = f"{VAULT}/audit"
    verify = [FLYCONF, "vault", "verify", "-C", VAULT]
    # A new state folder for each run: nothing is remembered.
    forgetful = ["sh", "-c", f'rm -rf "$0" && exec "$@"', state] + verify
    ours, peer, _ = compare(
        forgetful, ["sh", "-c", f"cd '{audit}' && ls | xargs sha256sum"], 7)
    row("vault verify, 10,000 changes (<= 0.5 s) / sha256sum", seconds(ours), seconds(peer),
        f"{ours / peer:.2f}", "<= 5")
    ours, peer, _ = compare(verify, ["ls", "-l", audit], 21)
    row("the same again, remembered (<= 20 ms) / ls -l", seconds(ours), seconds(peer),
        f"{ours / peer:.2f}", "<= 1")


def sops(folder, count):
    """A file with as many values, sealed by sops for an age key."""
    key = f"{folder}/age.txt"
    if not os.path.exists(key):
        subprocess.run(["age-keygen", "-o", key], check=True, stderr=subprocess.DEVNULL)
    os.environ["SOPS_AGE_KEY_FILE"] = key
    public = subprocess.check_output(["age-keygen", "-y", key], text=True).strip()
    path = f"{folder}/sops-{count}.json"
    with open(path, "w") as file:
        json.dump({f"service{index}": f"value-{index}" for index in range(count)}, file)
    subprocess.run([SOPS, "encrypt", "-i", "--age", public, path], check=True)
    return path


def values(folder):
    """Setting one value, and sealing all anew under new keys, against sops."""
    os.environ["XDG_STATE_HOME"] = f"{folder}/state"

    def own(count):
        copy = f"{folder}/values-{count}"
        subprocess.run(["cp", "-r", f"{VAULT}-{count}", copy], check=True)
        vault = json.load(open(f"{copy}/vault.json"))["vault"]
        return copy, ["-C", copy, "--identity", f"{copy}/identity", "--trust", vault]

    (copy, options), peer = own(10), sops(folder, 10)
    ours, theirs, _ = compare(
        ["sh", "-c", 'date +%N | "$@"', "sh", FLYCONF, "secrets", "set", "service-1000000"]
        + options,
        ["sh", "-c", f'"{SOPS}" set {peer} \'["service1"]\' "\\"$(date +%N)\\""'], 21)
    row("secrets set among 10 values / sops set", seconds(ours), seconds(theirs),
        f"{ours / theirs:.2f}", "<= 2")

    (copy, options), peer = own(10_000), sops(folder, 10_000)
    rotate = [FLYCONF, "vault", "rotate-keys", "-q"]
    ours, theirs, _ = compare(rotate + options, [SOPS, "rotate", "-i", peer], 3)
    row("sops rotate of 10,000 values / vault rotate-keys", seconds(ours), seconds(theirs),
        f"{theirs / ours:.1f}", ">= 20")

    _, many = own(100_000)
    ours, theirs, _ = compare(rotate + many, rotate + options, 3)
    row("rotate-keys of 100,000 values / 10,000", seconds(ours), seconds(theirs),
        f"{ours / theirs:.2f}", "<= 12")


def exchange(folder):
    """Importing and exporting many values, against programs that seal a file as a whole."""
    vault = json.load(open(f"{VAULT}-10/vault.json"))["vault"]
    state = f"{folder}/exchange-state"
    os.environ["XDG_STATE_HOME"] = state

    def options(copy):
        return ["-q", "-C", copy, "--env", "staging", "--identity", f"{VAULT}-10/identity",
                "--trust", vault]

    def importing(count):
        """A fresh vault for each run, about which nothing is remembered."""
        copy, env = f"{folder}/import-{count}", f"{folder}/import-{count}.env"
        with open(env, "w") as file:
            file.writelines(f"SERVICE_{index}=value-{index}\n" for index in range(count))
        fresh = f"rm -rf '{state}' '{copy}' && cp -r '{VAULT}-10' '{copy}' && exec \"$@\""
        return copy, ["sh", "-c", fresh, "sh", FLYCONF, "env", "import", env] + options(copy)

    sealed = sops(folder, 10_000)
    plain = f"{folder}/plain.json"
    with open(plain, "w") as file:
        json.dump({f"SERVICE_{index}": f"value-{index}" for index in range(10_000)}, file)
    public = subprocess.check_output(
        ["age-keygen", "-y", os.environ["SOPS_AGE_KEY_FILE"]], text=True).strip()
    copy, few = importing(10_000)
    ours, theirs, _ = compare(few, [SOPS, "encrypt", "--age", public, plain], 3)
    row("sops encrypt of 10,000 values / env import", seconds(ours), seconds(theirs),
        f"{theirs / ours:.1f}", ">= 20")
    ours, theirs, _ = compare(few, ["age", "-r", public, plain], 3)
    row("env import of 10,000 values / age of the file", seconds(ours), seconds(theirs),
        f"{ours / theirs:.1f}", "-")

    export = [FLYCONF, "secrets", "export", "--for", "fly"]
    forget = ["sh", "-c", f"rm -rf '{copy}/reads' && exec \"$@\"", "sh"]
    ours, theirs, _ = compare(
        forget + export + options(copy), [SOPS, "decrypt", sealed], 5)
    row("sops decrypt of 10,000 values / secrets export", seconds(ours), seconds(theirs),
        f"{theirs / ours:.1f}", ">= 5")
    if shutil.which("ansible-vault"):
        word = f"{folder}/word"
        with open(word, "w") as file:
            file.write("correct horse battery staple")
        locked = f"{folder}/ansible"
        command = ["ansible-vault", "encrypt", "--vault-password-file", word]
        subprocess.run(command + ["--output", locked, plain], check=True)
        ours, theirs, _ = compare(
            forget + export + options(copy),
            ["ansible-vault", "view", "--vault-password-file", word, locked], 3)
        row("ansible-vault view of the file / secrets export", seconds(ours), seconds(theirs),
            f"{theirs / ours:.1f}", "-")

    large, many = importing(100_000)
    ours, theirs, _ = compare(many, few, 3)
    row("env import of 100,000 values / 10,000", seconds(ours), seconds(theirs),
        f"{ours / theirs:.2f}", "<= 12")


def check(folder):
    """The gate on the example, and the leak scan beside detect-secrets."""
    os.environ["XDG_STATE_HOME"] = f"{folder}/example-state"
    ours, peer, _ = compare([FLYCONF, "check", "-C", EXAMPLE], ["openssl", "version"], 21)
    row("check Examples/ezedit / openssl version", seconds(ours), seconds(peer),
        f"{ours / peer:.2f}", "<= 5")

    # The project's own state, so that nothing of the machine's is found.
    os.environ["XDG_STATE_HOME"] = state = f"{folder}/check-state"
    large = f"{folder}/check"
    project(f"{large}/flyconf", 10_000)
    for name in ["vault.json", "credentials.json", "audit"]:
        subprocess.run(["cp", "-r", f"{VAULT}/{name}", f"{large}/flyconf"], check=True)
    git = ["git", "-C", large, "-c", "user.name=x", "-c", "user.email=x@example.com"]
    for words in ["init -q", "add --all", "commit -q -m x"]:
        subprocess.run(git + words.split(), check=True)
    trusted = json.load(open(f"{VAULT}/vault.json"))["vault"]
    gate = [FLYCONF, "check", "-q", "-C", large, "--trust", trusted]
    status = git + ["status", "--porcelain"]
    forgetful = ["sh", "-c", f'rm -rf "$0" && exec "$@"', state] + gate
    for what, command in [
            ("check 10,000 variables, 10,000 changes (<= 1 s) / git status", forgetful),
            ("the same again, remembered (<= 1 s) / git status", gate)]:
        ours, peer, _ = compare(command, status, 7)
        row(what, seconds(ours), seconds(peer), f"{ours / peer:.1f}", "-")

    planted = f"{LEAKS}/planted"
    leaks = set(open(f"{LEAKS}/leaks.txt").read().split())
    total = sum(len(files) for _, _, files in os.walk(planted)) - 1 - len(leaks)
    scan = [FLYCONF, "check", "-C", planted, "--no-git", "--skip", "render"]
    report = json.loads(subprocess.run(
        scan + ["--format", "json"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout)
    found = {os.path.relpath(f["file"], planted) for f in report["findings"]
             if f["code"] in ("FC830", "FC831")}
    theirs = json.loads(subprocess.check_output(
        [DETECT_SECRETS, "-C", planted, "scan", "--all-files", "--no-verify"]))
    theirs = set(theirs["results"])
    row(f"planted secrets found, of {len(leaks)} / detect-secrets", len(found & leaks),
        len(theirs & leaks), "", ">= 38")
    row(f"false alarms in {total} look-alikes / detect-secrets", len(found - leaks),
        len(theirs - leaks), "", "<= 4")

    tree = f"{folder}/tree"
    sources = sorted(glob.glob("Sources/**/*.swift", recursive=True))
    def copies(target, count):
        os.makedirs(target)
        with open(f"{target}/fly.toml", "w") as file:
            file.write("app = 'copies'\n")
        for number in range(count):
            shutil.copy(sources[number % len(sources)], f"{target}/{number}.swift")
        return [FLYCONF, "check", "-C", target, "--no-git", "--skip", "render"]
    scan = copies(tree, 1_000)
    ours, peer, memory = compare(
        scan, [DETECT_SECRETS, "-C", tree, "scan", "--all-files", "--no-verify"], 3)
    row("detect-secrets of 1,000 source files / leak scan", seconds(ours), seconds(peer),
        f"{peer / ours:.1f}", ">= 10")

    _, more = measure(copies(f"{folder}/more", 10_000))
    with open(f"{folder}/more/huge.bin", "wb") as file:
        for _ in range(300):
            file.write(os.urandom(1 << 20))
    took, huge = measure([FLYCONF, "check", "-C", f"{folder}/more", "--no-git"])
    row("memory with 10 times the files and one of 300 MB", f"{max(more, huge):.0f} MB",
        f"{memory:.0f} MB", f"{max(more, huge) / memory:.2f}", "<= 1.2")
    shutil.rmtree(f"{folder}/more")


def masking(folder):
    """A program that prints 100 MB with a secret in every tenth line, against sed."""
    vault = json.load(open(f"{VAULT}-10/vault.json"))["vault"]
    os.environ["XDG_STATE_HOME"] = f"{folder}/masking-state"
    copy, token = f"{folder}/masking", "hunter2-long-secret-value"
    subprocess.run(["cp", "-r", f"{VAULT}-10", copy], check=True)
    options = ["-q", "-C", copy, "--env", "staging", "--identity", f"{copy}/identity", "--trust",
               vault]
    subprocess.run(
        [FLYCONF, "env", "set", "TOKEN", "--category", "api", "--description", "A token"]
        + options, input=token, text=True, check=True)
    text = f"{folder}/output"
    with open(text, "w") as file:
        line = 'INFO 2026-11-23T00:00:00Z worker "GET /api/orders" 200 12 ms eyJhbGciOiJIUzI1NiJ9'
        for index in range(1_200_000):
            file.write(f"{index} {line}{' ' + token if index % 10 == 0 else ''}\n")
    ours, theirs, _ = compare(
        [FLYCONF, "secrets", "exec"] + options + ["--", "cat", text],
        ["sh", "-c", f"cat '{text}' | sed 's/{token}/***/g'"], 7)
    row(f"secrets exec of {os.path.getsize(text) / 1e6:.0f} MB / sed", seconds(ours),
        seconds(theirs), f"{ours / theirs:.2f}", "<= 3")


def fly_toml(folder):
    """A thousand real files in one run, and one from a cold start."""
    real = sorted(glob.glob(f"{SHARED}/fixtures/fly-toml/wild/*.toml"))
    if not real:
        return print("skipped: no ../shared/fixtures/fly-toml, so real files are not measured")
    os.makedirs(f"{folder}/toml")
    paths = [f"{folder}/toml/{index}.toml" for index in range(1_000)]
    for index, path in enumerate(paths):
        shutil.copy(real[index % len(real)], path)
    ours, peer, _ = compare(
        [FLYCONF, "validate", "--format", "concise"] + paths, [TAPLO, "lint"] + paths, 7)
    row("validate 1,000 fly.toml / taplo lint", seconds(ours), seconds(peer),
        f"{ours / peer:.2f}", "<= 1")
    ours, peer, _ = compare(
        [FLYCONF, "validate", "--format", "concise"] + paths,
        [CHECK_JSONSCHEMA, "--schemafile", f"{SHARED}/schemas/schemastore-fly.json"] + paths, 3)
    row("check-jsonschema on the same files / validate", seconds(ours), seconds(peer),
        f"{peer / ours:.1f}", ">= 5")
    ours, peer, _ = compare([FLYCONF, "validate", paths[0]], ["openssl", "version"], 41)
    row("validate one fly.toml / openssl version", seconds(ours), seconds(peer),
        f"{ours / peer:.2f}", "<= 3")


def main():
    row("what", "flyconf", "peer", "ratio", "aim")
    ours, peer, _ = compare([FLYCONF, "--version"], ["openssl", "version"], 41)
    row("start: --version / openssl version", seconds(ours), seconds(peer),
        f"{ours / peer:.2f}", "<= 2.5")

    validate = [FLYCONF, "validate", "-C", EXAMPLE]
    ours, peer, _ = compare(validate, ["openssl", "version"], 41)
    row("validate Examples/ezedit / openssl version", seconds(ours), seconds(peer),
        f"{ours / peer:.2f}", "<= 3")

    with tempfile.TemporaryDirectory() as folder:
        schema = f"{folder}/schema.json"
        files = ["deployment", "variables", "credentials", "health-checks", "resources",
                 "certificate"]
        own = json.loads(subprocess.check_output([FLYCONF, "schema"]))
        own["anyOf"] = [{"$ref": f"#/$defs/{name}"} for name in files]
        with open(schema, "w") as file:
            json.dump(own, file)
        command = [CHECK_JSONSCHEMA, "--schemafile", schema] + [
            f"{EXAMPLE}/flyconf/{name}.json" for name in files]
        ours, peer, _ = compare(validate, command, 7)
        row("check-jsonschema on the same files / validate", seconds(ours), seconds(peer),
            f"{peer / ours:.1f}", ">= 20")

        fly_toml(folder)
        check(folder)
        vault(f"{folder}/state")
        values(folder)
        exchange(folder)
        masking(folder)

        large = project(f"{folder}/large", 100_000)
        size = os.path.getsize(f"{large}/variables.json") / 1e6
        validate_large = [FLYCONF, "validate", "-q", "-C", large]
        ours, peer, memory = compare(
            validate_large, ["jq", ".", f"{large}/variables.json"], 5)
        row(f"validate 100,000 variables ({size:.0f} MB) / jq .", seconds(ours), seconds(peer),
            f"{ours / peer:.2f}", "<= 1")
        row("memory of it / size of the file", f"{memory:.0f} MB", f"{size:.0f} MB",
            f"{memory / size:.2f}", "<= 10")

        small = project(f"{folder}/small", 10_000)
        ours, peer, _ = compare(validate_large, [FLYCONF, "validate", "-q", "-C", small], 5)
        row("10 times the variables / 10,000 variables", seconds(ours), seconds(peer),
            f"{ours / peer:.2f}", "<= 11")

        wrong = project(f"{folder}/wrong", 100_000, mistakes=10_000)
        few = project(f"{folder}/few", 10_000, mistakes=1_000)
        ours, peer, _ = compare(
            [FLYCONF, "validate", "-q", "-C", wrong], [FLYCONF, "validate", "-q", "-C", few], 5)
        row("the same with a mistake in every tenth variable", seconds(ours), seconds(peer),
            f"{ours / peer:.2f}", "<= 11")


main()
