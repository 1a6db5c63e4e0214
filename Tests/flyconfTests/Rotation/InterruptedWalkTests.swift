import Foundation
import Testing

/// Somebody who is asked about what is due presses Ctrl-C.
@Suite struct InterruptedWalkTests {
  @Test(
    .enabled(if: Python.hasTerminals, "python3 cannot make a terminal here"),
    arguments: ["(s): ", "new value of 'resend' (production): "])
  func whatIsLeftIsNamed(_ question: String) throws {
    let project = try CommandProject()
    defer { project.remove() }
    try project.join("bob", grants: "read_only:email,payment:production")
    try project.run("vault", "members", "remove", "bob", "--yes")
    let result = try Python.run(
      """
      import os, pty, signal, sys
      program, folder, home, question = sys.argv[1:]
      # Whoever runs the tests may hold signals back.
      signal.pthread_sigmask(signal.SIG_SETMASK, [])
      signal.alarm(120)
      child, terminal = pty.fork()
      if child == 0:
          os.chdir(folder)
          os.environ['XDG_CONFIG_HOME'] = home + '/.config'
          os.environ['XDG_STATE_HOME'] = home + '/.local/state'
          os.execv(program, [program, 'secrets', 'rotate'])
      def until(text):
          shown = b''
          while text is None or text not in shown:
              try:
                  part = os.read(terminal, 4096)
              except OSError:
                  part = b''
              if not part:
                  break
              shown += part
          return shown.decode().replace(chr(13), '')
      until(b'(s): ')
      os.write(terminal, b's\\n')
      until(b'(s): ')
      if question != '(s): ':
          os.write(terminal, b'p\\n')
          until(question.encode())
      os.write(terminal, b'\\x03')
      rest = until(None)
      print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
      print(rest[rest.index('remains'):], end='')
      """, Program.url.path, project.test.folder.path, project.test.home.path, question)
    #expect(result.status == 0)
    #expect(
      result.output.hasPrefix("130\nremains: 'stripe' (production), exposed to bob"),
      "\(result.output)")
    #expect(result.output.contains("\nremains: 'resend' (production), exposed to bob"))
    #expect(result.output.hasSuffix("rotated 0 of 2 values due\nerror: interrupted\n"))
  }
}
