import Foundation
import Testing

/// The program as users start it, with pipes and files for its outputs.
@Suite(.serialized) struct PipedRunTests {
  private static let project = Result { try ExecProject() }

  /// Runs a script in which `$run` stands for `flyconf secrets exec --`, and `$bare` for the same
  /// with `--no-mask`.
  private func shell(_ script: String) throws -> ProgramResult {
    try Self.project.get().shell(script)
  }

  @Test func bothOutputsAreMaskedHoweverTheyAreWritten() throws {
    let result = try shell(
      """
      $run python3 -c '
      import os
      for number in 1, 2:
          for cut in range(len(os.environ["TOKEN"])):
              for part in os.environ["TOKEN"][:cut], os.environ["TOKEN"][cut:]:
                  os.write(number, part.encode())
              os.write(number, b"\\n")
      '
      """)
    let line = "***\n"
    #expect(result.output == String(repeating: line, count: ExecProject.token.count))
    #expect(result.errors == result.output)
    #expect(result.exitCode == 0)
  }

  @Test func outputsThatLeadToOnePlaceKeepTheirOrder() throws {
    let result = try shell(
      "$run sh -c 'for i in 1 2 3 4 5 6 7 8 9; do echo $i; echo $i >&2; done' 2>&1")
    #expect(result.output == "1\n1\n2\n2\n3\n3\n4\n4\n5\n5\n6\n6\n7\n7\n8\n8\n9\n9\n")
  }

  @Test func exitCodesPassThrough() throws {
    let result = try shell(
      """
      for way in "$run" "$bare"; do
        $way sh -c 'exit 7'; echo $?
        for signal in TERM INT HUP KILL USR1; do
          $way sh -c "kill -$signal \\$\\$"; echo $signal $?
        done
        $way no-such-program; echo $?
        $way /etc/passwd; echo $?
      done 2>errors
      """)
    let codes = "7\nTERM 143\nINT 130\nHUP 129\nKILL 137\nUSR1 138\n127\n126\n"
    #expect(result.output == codes + codes)
  }

  @Test func aScriptThatNamesNoInterpreterIsRunByTheShell() throws {
    let result = try shell(
      """
      printf 'echo "$0" "$1" "$TOKEN"' > script; chmod +x script
      $run ./script 'a b'; $bare ./script 'a b'
      """)
    #expect(result.output == "./script a b ***\n./script a b \(ExecProject.token)\n")
  }

  @Test func withoutAMaskTheProgramTakesThePlaceOfTheTool() throws {
    let result = try shell("echo $$; $bare sh -c 'echo $PPID'; $bare sh -c 'ls /proc/$$/fd'")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count >= 2 && lines[0] == lines[1], "\(result)")
    #expect(!result.errors.contains("error"))
  }

  @Test func aReaderThatGoesAwayEndsItQuietly() throws {
    let result = try shell(
      "{ $run sh -c 'yes; echo never >&2'; echo $? >code; } | head -n 1; cat code")
    #expect(result.output == "y\n141\n" || result.output == "y\n0\n", "\(result)")
    #expect(result.errors == "" || result.errors == "never\n")
  }

  @Test func whatCannotBeWrittenIsSaid() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else {
      print("skipped: there is no /dev/full here")
      return
    }
    let result = try shell("$run echo out >/dev/full; echo $?")
    #expect(result.output == "3\n")
    #expect(result.errors.hasPrefix("error: cannot write 'standard output': the disk is full"))
  }

  @Test func aProgramLeftBehindDoesNotHoldItUp() throws {
    let result = try shell(
      """
      $run sh -c 'sleep 600 & echo $! >left; echo "$TOKEN"'
      kill -0 "$(cat left)" && echo still there; kill "$(cat left)"
      """)
    #expect(result.output == "***\nstill there\n")
  }

  @Test func bytesThatAreNoTextArePassedAsTheyAre() throws {
    let result = try shell(
      """
      OTHER=$(printf '\\377\\376') $run sh -c 'printf %s "$OTHER$1"' sh "$(printf '\\375')" | od -An -tx1
      """)
    #expect(result.output == " ff fe fd\n")
  }

  @Test func muchOutputIsNeitherLostNorChanged() throws {
    let result = try shell(
      """
      seq 400000 | sed 's/7$/ TOKEN 7/' >expected
      $run sh -c 'sed "s/TOKEN/$TOKEN/" expected' | sed 's/\\*\\*\\*/TOKEN/' | cmp - expected && echo same
      $run sh -c 'sed "s/TOKEN/$TOKEN/" expected' >file; sed 's/\\*\\*\\*/TOKEN/' file | cmp - expected
      """)
    #expect(result.output == "same\n")
    #expect(result.errors == "")
  }

  @Test func identitiesDoNotReachTheProgram() throws {
    let result = try shell(
      """
      export FLYCONF_IDENTITY="$(grep -v '^#' "$HOME/.config/flyconf/identity")"
      rm -f "$HOME/.config/flyconf/identity.away"
      $bare env; $run env
      """)
    #expect(result.output.contains("TOKEN=\(ExecProject.token)\n"))
    #expect(!result.output.contains("FLYCONF_IDENTITY"))
  }

  // MARK: Signals

  @Test func signalsArePassedOnOnceAndTheEndIsWaitedFor() throws {
    let result = try Self.project.get().python(
      """
      for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGUSR1):
          job = start(
              'import os, signal, sys\\n'
              'came = []\\n'
              'signal.signal(%d, lambda *_: (came.append(1), os.write(1, b"came")))\\n'
              'print("ready", flush=True)\\n'
              'sys.stdin.readline()\\n'
              'print(len(came), os.environ["TOKEN"], flush=True)\\n'
              'sys.exit(9)' % number)
          wait(job, b'ready')
          os.kill(job.pid, number)
          wait(job, b'came')
          job.stdin.write(b'\\n')
          job.stdin.close()
          print(signal.Signals(number).name, job.stdout.read().strip().decode(), job.wait())
      """)
    #expect(
      result == """
        SIGTERM 1 *** 9
        SIGHUP 1 *** 9
        SIGINT 1 *** 9
        SIGQUIT 1 *** 9
        SIGUSR1 1 *** 9

        """)
  }

  @Test func signalsThatAreHeldBackFromOutsideReachTheProgram() throws {
    let result = try Self.project.get().python(
      """
      for words in ([], ['--no-mask']):
          job = start('print("ready", flush=True); input()', *words, held=[signal.SIGTERM, signal.SIGINT])
          wait(job, b'ready')
          os.kill(job.pid, signal.SIGTERM)
          print(job.wait())
      """)
    #expect(result == "-15\n-15\n")
  }

  @Test func signalsThatAreIgnoredFromOutsideStayIgnored() throws {
    let result = try shell(
      "trap '' HUP; for way in \"$run\" \"$bare\"; do $way sh -c 'kill -HUP $$; echo alive'; done")
    #expect(result.output == "alive\nalive\n")
  }
}
