import Foundation
import Testing

/// Programs at a real terminal, which python3 gives them, as a job of a shell that waits for them.
@Suite(.serialized) struct TerminalRunTests {
  private static let project = Result { try ExecProject() }

  private static let isPossible: Bool = {
    let check = try? Program.start(
      "/usr/bin/env", ["python3", "-c", "import pty, termios"],
      environment: ProcessInfo.processInfo.environment)
    return check?.exitCode == 0
  }()

  private static func expect(
    _ checks: [String], of script: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let output = try project.get().python(shell + script)
    let expected = checks.map { "ok: \($0)\n" }.joined()
    #expect(output == expected, sourceLocation: sourceLocation)
  }

  @Test(.enabled(if: isPossible, "python3 cannot make a terminal here"))
  func theProgramHasATerminalLikeThePersonsAndIsMasked() throws {
    try Self.expect(
      [
        "all three are a terminal of the same size", "values are masked",
        "keys come as they are", "the terminal is given back", "a prompt stands at once",
        "a letter that may begin a value is shown", "a value that is typed is not",
        "much output is complete", "standard error in a file is masked",
      ],
      of: """
        job = Job(run + ['sh', '-c', 'test -t 0 -a -t 1 -a -t 2 && stty size; echo $TOKEN; cat'], size=(33, 99))
        job.wait(b'***')
        check('all three are a terminal of the same size', b'33 99' in job.seen, job)
        check('values are masked', token not in job.seen, job)
        check('keys come as they are', not job.echoes(), job)
        job.type(b'\\x04')
        job.end(0)
        check('the terminal is given back', job.echoes(), job)

        job = Job(run + ['python3', '-c', 'print(len(input("name: ")))'])
        job.wait(b'name: ')
        check('a prompt stands at once', True, job)
        job.type(b'h')
        job.wait(b'name: h')
        check('a letter that may begin a value is shown', True, job)
        job.type(token[1:] + b'\\n')
        job.end(0)
        check('a value that is typed is not', b'h***' in job.seen and token[1:] not in job.seen, job)

        job = Job(run + ['seq', '30000'])
        job.end(0)
        lines = b''.join(b'%d\\r\\n' % number for number in range(1, 30001))
        check('much output is complete', lines in job.seen, job)

        job = Job(['sh', '-c', '"$@" 2>errors', 'sh'] + run + ['sh', '-c', 'echo $TOKEN >&2; test -t 2 || echo file'])
        job.wait(b'file')
        job.end(0)
        check('standard error in a file is masked', open('errors').read() == '***\\n', job)
        """)
  }

  @Test(.enabled(if: isPossible, "python3 cannot make a terminal here"))
  func keysBecomeSignalsOfTheProgram() throws {
    try Self.expect(
      [
        "Ctrl-C ends the program and the tool", "the terminal is given back",
        "Ctrl-C comes once", "the exit code is the program's",
        "Ctrl-\\ ends the program", "the size is passed on",
      ],
      of: """
        job = Job(run + ['sh', '-c', 'echo ready; exec cat'])
        job.wait(b'ready')
        job.type(b'\\x03')
        job.end(-signal.SIGINT)
        check('Ctrl-C ends the program and the tool', True, job)
        check('the terminal is given back', job.echoes(), job)

        job = Job(run + ['python3', '-c', '''if True:
            import os, signal, sys
            signal.signal(signal.SIGINT, lambda *_: os.write(1, b'came'))
            print('ready')
            sys.exit(int(input()))
            '''])
        job.wait(b'ready')
        job.type(b'\\x03')
        job.wait(b'came')
        job.type(b'9\\n')
        job.end(9)
        check('Ctrl-C comes once', job.seen.count(b'came') == 1, job)
        check('the exit code is the program\\'s', True, job)

        job = Job(run + ['sh', '-c', 'echo ready; exec cat'])
        job.wait(b'ready')
        job.type(b'\\x1c')
        job.end(-signal.SIGQUIT)
        check('Ctrl-\\\\ ends the program', True, job)

        job = Job(run + ['python3', '-c', '''if True:
            import os, signal
            signal.signal(signal.SIGWINCH, lambda *_: os.write(1, b'lines=%d' % os.get_terminal_size().lines))
            print('ready')
            input()
            '''])
        job.wait(b'ready')
        job.resize(77, 20)
        job.wait(b'lines=77')
        job.type(b'\\n')
        job.end(0)
        check('the size is passed on', True, job)
        """)
  }

  @Test(.enabled(if: isPossible, "python3 cannot make a terminal here"))
  func theProgramIsStoppedAndContinuedWithTheTool() throws {
    try Self.expect(
      [
        "the terminal is given back while it is stopped", "it is taken again",
        "the program goes on", "a program that stops itself stops the tool",
        "it reads nothing while another job is in front", "in front again it reads",
      ],
      of: """
        job = Job(run + ['sh', '-c', 'echo ready; exec cat'])
        job.wait(b'ready')
        job.type(b'\\x1a')
        job.wait(b'[stopped]')
        check('the terminal is given back while it is stopped', job.echoes(), job)
        job.type(b'fg\\n')
        job.until(lambda: not job.echoes())
        check('it is taken again', True, job)
        job.type(b'hello\\n')
        job.wait(b'hello\\r\\nhello')
        job.type(b'\\x04')
        job.end(0)
        check('the program goes on', job.echoes(), job)

        job = Job(run + ['sh', '-c', 'kill -STOP $$; echo on'])
        job.wait(b'[stopped]')
        job.type(b'fg\\n')
        job.wait(b'on\\r\\n')
        job.end(0)
        check('a program that stops itself stops the tool', True, job)

        job = Job(run + ['sh', '-c', 'echo ready; read line; echo "got $line"'])
        job.wait(b'ready')
        job.type(b'\\x1a')
        job.wait(b'[stopped]')
        job.type(b'bg\\n')
        job.wait(b'[continued]')
        check('it reads nothing while another job is in front', job.echoes(), job)
        job.type(b'fg\\n')
        job.until(lambda: not job.echoes())
        job.type(b'words\\n')
        job.wait(b'got words')
        job.end(0)
        check('in front again it reads', job.echoes(), job)
        """)
  }

  @Test(.enabled(if: isPossible, "python3 cannot make a terminal here"))
  func signalsFromElsewhereAndAnEndWithoutWarning() throws {
    try Self.expect(
      [
        "a signal from elsewhere is passed on", "the end of the program is waited for",
        "the terminal is given back", "a tool that is killed takes the program along",
        "a terminal that is gone takes the program along",
        "a program that cannot be started is said so", "the terminal is given back again",
      ],
      of: """
        stubborn = '''if True:
            import os, signal, sys
            signal.signal(signal.SIGTERM, lambda *_: os.write(1, b'stays'))
            open('program', 'w').write(str(os.getpid()))
            print('ready')
            input()
            sys.exit(4)
            '''
        job = Job(run + ['python3', '-c', stubborn])
        job.wait(b'ready')
        os.kill(job.process(), signal.SIGTERM)
        job.wait(b'stays')
        check('a signal from elsewhere is passed on', True, job)
        job.type(b'\\n')
        job.end(4)
        check('the end of the program is waited for', True, job)
        check('the terminal is given back', job.echoes(), job)

        def is_gone():
            try:
                os.kill(int(open('program').read()), 0)
            except ProcessLookupError:
                return True

        job = Job(run + ['python3', '-c', stubborn])
        job.wait(b'ready')
        os.kill(job.process(), signal.SIGKILL)
        job.until(is_gone)
        check('a tool that is killed takes the program along', True, job)

        job = Job(run + ['python3', '-c', stubborn])
        job.wait(b'ready')
        os.close(job.terminal)
        job.until(is_gone)
        check('a terminal that is gone takes the program along', True, job)

        open('script', 'w').write('#!/no/such/interpreter\\n')
        os.chmod('script', 0o700)
        job = Job(run + ['./script'])
        job.end(127)
        check('a program that cannot be started is said so', b'cannot start' in job.seen, job)
        check('the terminal is given back again', job.echoes(), job)
        """)
  }

  @Test(.enabled(if: isPossible, "python3 cannot make a terminal here"))
  func pipelinesHaveTheTerminalToThemselves() throws {
    try Self.expect(
      [
        "Ctrl-C ends all of a pipeline", "a pager behind the program has the keys",
        "a pager is a program like any other", "without a mask it is the program itself",
      ],
      of: """
        job = Job(['sh', '-c', 'tail -f /dev/null | "$@"', 'sh'] + run + ['sh', '-c', 'echo ready; exec cat'])
        job.wait(b'ready')
        job.type(b'\\x03')
        job.end(-signal.SIGINT)
        check('Ctrl-C ends all of a pipeline', True, job)

        less = shutil.which('less')
        def page(words):
            job = Job(words, size=(10, 80))
            job.wait(b'\\r\\n9\\r\\n')
            job.type(b'q')
            job.end(0)

        if less:
            page(['sh', '-c', '"$@" | less', 'sh'] + run + ['seq', '10000'])
        check('a pager behind the program has the keys', True, job)
        open('lines', 'w').write(''.join('%d\\n' % number for number in range(1, 10001)))
        if less:
            page(run + ['less', 'lines'])
        check('a pager is a program like any other', True, job)

        job = Job(run[:-1] + ['--no-mask', '--', 'sh', '-c', 'echo "ready $TOKEN"; exec cat'])
        job.wait(b'ready ' + token)
        check('without a mask it is the program itself', job.echoes(), job)
        job.type(b'\\x1a')
        job.wait(b'[stopped]')
        job.type(b'fg\\n')
        job.wait(b'[continued]')
        job.type(b'\\x03')
        job.end(-signal.SIGINT)
        """)
  }

  /// A shell that knows `fg` and `bg` for its one job, and says what becomes of it.
  private static let shell = """
    import fcntl, pty, select, shutil, struct, termios
    token = b'\(ExecProject.token)'
    run = [program, 'secrets', 'exec', '--quiet', '--']

    class Job:
        def __init__(self, words, size=(24, 80)):
            self.seen = b''
            child, self.terminal = pty.fork()
            if not child:
                self.lead(words, size)
            self.wait(b'[job ')

        def lead(self, words, size):
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', *size, 0, 0))
            signal.signal(signal.SIGTTOU, signal.SIG_IGN)
            job = os.fork()
            if job == 0:
                os.setpgid(0, 0)
                os.tcsetpgrp(0, os.getpgrp())
                for number in set(range(1, signal.NSIG)) - {signal.SIGKILL, signal.SIGSTOP, 32, 33}:
                    signal.signal(number, signal.SIG_DFL)
                signal.pthread_sigmask(signal.SIG_SETMASK, [])
                os.environ['TERM'] = 'xterm'
                os.execvp(words[0], words)
            os.write(1, b'[job %d]' % job)
            while True:
                _, status = os.waitpid(job, os.WUNTRACED)
                if not os.WIFSTOPPED(status):
                    os.tcsetpgrp(0, os.getpgrp())
                    os.write(1, b'[exit %d]' % os.waitstatus_to_exitcode(status))
                    os.read(0, 1)
                    os._exit(0)
                os.tcsetpgrp(0, os.getpgrp())
                os.write(1, b'[stopped]')
                while True:
                    word = os.read(0, 100)
                    if word == b'fg\\n':
                        os.tcsetpgrp(0, job)
                    os.killpg(job, signal.SIGCONT)
                    os.write(1, b'[continued]')
                    if word == b'fg\\n':
                        break

        def wait(self, text):
            self.until(lambda: text in self.seen)

        def until(self, condition):
            limit = time.time() + 60
            while not condition():
                if time.time() > limit:
                    sys.exit('waited in vain, saw %r' % self.seen[-500:])
                try:
                    if select.select([self.terminal], [], [], 0.1)[0]:
                        self.seen += os.read(self.terminal, 65536)
                except OSError:
                    time.sleep(0.1)

        def end(self, code):
            self.wait(b'[exit %d]' % code)

        def type(self, text):
            os.write(self.terminal, text)

        def process(self):
            return int(self.seen.split(b'[job ')[1].split(b']')[0])

        def resize(self, lines, columns):
            fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack('HHHH', lines, columns, 0, 0))

        def echoes(self):
            return bool(termios.tcgetattr(self.terminal)[3] & termios.ECHO)

    def check(name, condition, job):
        print('ok: ' + name if condition else 'FAILED: %s: %r' % (name, job.seen[-500:]))


    """
}
