import Foundation
import Testing

/// Somebody ends a rotation while the command of `--command` is at work.
@Suite struct InterruptedCommandTests {
  /// Starts a rotation by a command, ends it once the command has made the file `begun`, and tells
  /// its exit code, what it said, and whether the process runs on whose number is in `begun`.
  private static let script = """
    import os, pty, signal, subprocess, sys, time
    program, folder, home, way, command = sys.argv[1:]
    signal.alarm(120)
    os.chdir(folder)
    os.environ['XDG_CONFIG_HOME'] = home + '/.config'
    os.environ['XDG_STATE_HOME'] = home + '/.local/state'
    words = [program, 'secrets', 'rotate', 'stripe', '--command', command]
    def prepare():
        # Whoever runs the tests may hold signals back.
        signal.pthread_sigmask(signal.SIG_SETMASK, [])
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
    def begun():
        while not os.path.exists('begun'):
            time.sleep(0.01)
    if way == 'key':
        child, terminal = pty.fork()
        if child == 0:
            prepare()
            os.execv(program, words)
        begun()
        os.write(terminal, b'\\x03')
        said = b''
        while True:
            try:
                part = os.read(terminal, 4096)
            except OSError:
                part = b''
            if not part:
                break
            said += part
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    else:
        running = subprocess.Popen(
            words, start_new_session=True, preexec_fn=prepare, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        begun()
        running.send_signal(int(way))
        open('go', 'w').close()
        said = running.communicate()[0]
        code = running.returncode
    worker = open('begun').read().strip()
    while worker:
        try:
            if open('/proc/%s/stat' % worker).read().rsplit(')', 1)[1].split()[0] == 'Z':
                break
        except OSError:
            break
        time.sleep(0.01)
    print(code)
    print(said.decode().replace(chr(13), ''), end='')
    """

  private func end(
    _ project: CommandProject, by way: String, _ command: String
  ) throws -> (code: String, said: String) {
    let result = try Python.run(
      Self.script, Program.url.path, project.test.folder.path, project.test.home.path, way, command)
    #expect(result.status == 0)
    let parts = result.output.split(separator: "\n", maxSplits: 1).map(String.init)
    return (parts.first ?? "", parts.dropFirst().first ?? "")
  }

  /// The work is done by a process that the command has started.
  private static let work = """
    sleep 1000 & echo $! > begun.new; mv begun.new begun; wait; echo sk_new
    """

  @Test(
    .enabled(if: Python.hasTerminals, "python3 cannot make a terminal here"),
    arguments: [("\(SIGTERM)", "143"), ("\(SIGHUP)", "129"), ("\(SIGINT)", "130"), ("key", "130")])
  func theCommandEndsTooAndWhatToLookAtIsSaid(_ way: String, _ code: String) throws {
    let project = try CommandProject()
    defer { project.remove() }
    // A key at the terminal reaches what works in the foreground.
    let work = way == "key" ? "touch begun; sleep 1000; echo sk_new" : Self.work
    let end = try end(project, by: way, work)
    #expect(end.code == code)
    #expect(
      end.said.contains("error: interrupted while the command of --command was at work"),
      "\(end.said)")
    #expect(end.said.contains("look there whether the old value still works\n"))
    #expect(try project.reveal("stripe") == "sk_old")
    #expect(try project.eventTypes == ["secret.rotation_failed"])
    try project.run("vault", "verify")
  }

  /// It may have changed the value at the service by then.
  @Test(.enabled(if: Python.hasTerminals, "python3 cannot make a terminal here"))
  func theValueOfACommandThatFinishesAllTheSameIsTaken() throws {
    let project = try CommandProject()
    defer { project.remove() }
    let command = "trap '' TERM; touch begun; until test -e go; do sleep 0.01; done; echo sk_new"
    let end = try end(project, by: "\(SIGTERM)", command)
    #expect(end.code == "0", "\(end.said)")
    #expect(try project.reveal("stripe") == "sk_new")
    #expect(try project.eventTypes == ["secret.rotated"])
  }
}
