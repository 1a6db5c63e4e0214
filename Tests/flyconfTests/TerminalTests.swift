import Foundation
import Testing

/// The tool at a real terminal, which python3 gives it: what is typed, shown and restored.
@Suite struct TerminalTests {
  @Test(.enabled(if: Python.hasTerminals, "python3 cannot make a terminal here"))
  func aSecretIsNotShownAndEchoComesBackOnEveryWayOut() throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write(
      IdentitySample.plain().line, to: "config/flyconf/identity", mode: 0o600)
    let (status, output) = try Python.run(
      Self.script, Program.url.path, test.folder.appending(path: "config").path)
    #expect(status == 0)
    #expect(
      output == """
        ok: echo is off while a secret is typed
        ok: echo is on afterwards
        ok: a secret is not shown
        ok: echo is on after Ctrl-C, which ends the tool
        ok: echo is on after the end of input
        ok: echo is on after a signal from elsewhere
        ok: echo is on while the tool is stopped
        ok: echo is off again when it goes on
        ok: it asks again and goes on
        ok: it asks once where signals are held back from outside

        """)
  }

  @Test(.enabled(if: Python.hasTerminals, "python3 cannot make a terminal here"))
  func aDescriptorIsReadToItsEndAndATerminalIsNot() throws {
    let test = try TestContext()
    defer { test.remove() }
    try test.write(IdentitySample.locked().line, to: "key", mode: 0o600)
    try test.write(IdentitySample.passphrase + "\n", to: "passphrase", mode: 0o600)
    let (status, output) = try Python.run(
      """
      import os, pty, subprocess, sys
      program, key, passphrase = sys.argv[1:]
      def show(number, file):
          done = subprocess.run(
              [program, 'identity', 'show', '--identity', key, '--passphrase-fd', str(number)],
              stdin=subprocess.DEVNULL, capture_output=True, text=True, pass_fds=file)
          print(done.returncode, done.stderr.split(chr(10))[0])
      file = os.open(passphrase, os.O_RDONLY)
      show(file, [file])
      show(99, [])
      terminal, side = pty.openpty()
      show(side, [side])
      """, Program.url.path, test.folder.appending(path: "key").path,
      test.folder.appending(path: "passphrase").path)
    #expect(status == 0)
    let lines = output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first == "0 ")
    #expect(
      lines.dropFirst().first
        == "3 error: cannot read 'file descriptor 99': it is not open for reading")
    #expect(lines.last?.hasSuffix("': it is a terminal") == true)
  }

  /// Starts the tool as a job in a session of its own, as a shell does, and types.
  private static let script = """
    import os, pty, select, signal, sys, termios, time
    program, folder = sys.argv[1:]
    passphrase = b'five words nobody expects together'
    environment = dict(os.environ, XDG_CONFIG_HOME=folder)
    for name in ['FLYCONF_IDENTITY', 'FLYCONF_IDENTITY_FILE', 'FLYCONF_PASSPHRASE_FD']:
        environment.pop(name, None)

    def start(*words, held=()):
        child, terminal = pty.fork()
        if child:
            return terminal
        job = os.fork()
        if job == 0:
            os.setpgid(0, 0)
            signal.signal(signal.SIGTTOU, signal.SIG_IGN)
            os.tcsetpgrp(0, os.getpgrp())
            signal.signal(signal.SIGTTOU, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_SETMASK, held)
            os.execve(program, [program, *words], environment)
        os.write(1, b'[job %d]' % job)
        while True:
            _, status = os.waitpid(job, os.WUNTRACED)
            if os.WIFSTOPPED(status):
                os.write(1, b'[stopped]')
                time.sleep(0.3)
                os.kill(job, signal.SIGCONT)
            else:
                os.write(1, b'[exit %d]' % os.waitstatus_to_exitcode(status))
                os._exit(0)

    def wait(terminal, text, seen=b''):
        limit = time.time() + 60
        while text not in seen:
            if time.time() > limit:
                sys.exit('waited in vain for %r, saw %r' % (text, seen[-500:]))
            if select.select([terminal], [], [], 0.1)[0]:
                seen += os.read(terminal, 4096)
        return seen

    def echoes(terminal):
        return bool(termios.tcgetattr(terminal)[3] & termios.ECHO)

    def check(name, condition, seen):
        print('ok: ' + name if condition else 'FAILED: %s: %r' % (name, seen))

    terminal = start('identity', 'lock')
    seen = wait(terminal, b'new passphrase: ')
    check('echo is off while a secret is typed', not echoes(terminal), seen)
    os.write(terminal, passphrase + b'\\n')
    seen = wait(terminal, b'the same again: ', seen)
    os.write(terminal, passphrase + b'\\n')
    seen = wait(terminal, b'[exit 0]', seen)
    check('echo is on afterwards', echoes(terminal), seen)
    check('a secret is not shown', passphrase not in seen, seen)

    def leave(name, code, act):
        terminal = start('identity', 'show')
        seen = wait(terminal, b"': ")
        seen = wait(terminal, b'[job ', seen)
        act(terminal, int(wait(terminal, b']', seen).split(b'[job ')[1].split(b']')[0]))
        seen = wait(terminal, b'[exit', seen)
        seen = wait(terminal, b']', seen.rsplit(b'[exit', 1)[1])
        check(name, echoes(terminal) and int(seen.split(b']')[0]) == code, seen)

    leave('echo is on after Ctrl-C, which ends the tool', -signal.SIGINT,
          lambda terminal, job: os.write(terminal, b'half\\x03'))
    leave('echo is on after the end of input', 3,
          lambda terminal, job: os.write(terminal, b'\\x04'))
    leave('echo is on after a signal from elsewhere', -signal.SIGTERM,
          lambda terminal, job: os.kill(job, signal.SIGTERM))

    terminal = start('identity', 'show')
    seen = wait(terminal, b"': ")
    os.write(terminal, b'\\x1a')
    seen = wait(terminal, b'[stopped]', seen)
    check('echo is on while the tool is stopped', echoes(terminal), seen)
    seen = wait(terminal, b"': ", seen.split(b'[stopped]')[1])
    check('echo is off again when it goes on', not echoes(terminal), seen)
    os.write(terminal, passphrase + b'\\n')
    seen = wait(terminal, b'[exit 0]', seen)
    check('it asks again and goes on', b'fingerprint' in seen, seen)

    terminal = start('identity', 'show', held=[signal.SIGINT])
    seen = wait(terminal, b"': ")
    os.write(terminal, b'\\x03')
    time.sleep(0.3)
    os.write(terminal, passphrase + b'\\n')
    seen = wait(terminal, b'[exit 0]', seen)
    check('it asks once where signals are held back from outside',
          seen.count(b'passphrase of') == 1, seen)
    """
}
