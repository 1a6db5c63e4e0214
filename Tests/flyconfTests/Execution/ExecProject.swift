import Foundation

/// A project with secret variables for programs that are started with them.
struct ExecProject {
  static let token = "hunter2-token-value"

  private let project: ProcessProject

  init() throws {
    project = try ProcessProject()
    let result = try project.shell(
      """
      printf %s '\(Self.token)' | "$0" env set TOKEN --category api --description D --quiet
      """)
    guard result.exitCode == 0 else { throw ProgramFailure(result: result) }
  }

  func shell(_ script: String) throws -> ProgramResult {
    try project.shell(
      "run=\"$0 secrets exec --quiet --\"; bare=\"$0 secrets exec --quiet --no-mask --\"\n" + script
    )
  }

  /// Runs a script of Python, and gives what it prints.
  ///
  /// In the script, `start` starts the tool with a program of Python, and `wait` waits until it has
  /// printed something.
  func python(_ script: String) throws -> String {
    try FileManager.default.createDirectory(at: project.folder, withIntermediateDirectories: true)
    let path = project.folder.appending(path: "\(UUID().uuidString).py")
    try Data((Self.start + script).utf8).write(to: path)
    let result = try project.shell("python3 '\(path.path)' \"$0\"")
    guard result.exitCode == 0 else { throw ProgramFailure(result: result) }
    return result.output
  }

  private static let start = """
    import os, signal, subprocess, sys, time
    program = sys.argv[1]

    def start(text, *words, held=()):
        return subprocess.Popen(
            [program, 'secrets', 'exec', '--quiet', *words, '--', 'python3', '-c', text],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            preexec_fn=lambda: signal.pthread_sigmask(signal.SIG_SETMASK, held))

    def wait(job, text):
        seen = b''
        while text not in seen:
            more = os.read(job.stdout.fileno(), 4096)
            if not more:
                sys.exit('waited in vain for %r, saw %r' % (text, seen))
            seen += more


    """
}
