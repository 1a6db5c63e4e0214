import Foundation
import Testing

/// Many programs at work on one project at once, and programs that are killed.
@Suite(.serialized) struct ConcurrentProcessTests {
  @Test func thirtyTwoWritersLoseNothing() throws {
    let project = try ProcessProject()
    defer { project.remove() }
    let result = try project.shell(
      """
      for i in $(seq 32); do
        printf 'value-%s' "$i" | "$0" secrets set "service-$i" --category email --purpose P \
          --usage U --quiet >/dev/null 2>"$i.errors" || echo "writer $i failed" &
      done
      torn=0
      for i in $(seq 40); do "$0" vault verify --quiet >/dev/null 2>torn.errors || torn=1; done
      wait
      cat ./*.errors
      [ $torn = 0 ] && echo never torn
      "$0" vault verify
      for i in $(seq 32); do
        [ "$("$0" secrets show "service-$i" --reveal)" = "value-$i" ] || echo "lost $i"
      done
      """)
    #expect(result.output.contains("never torn"), "\(result.output)\(result.errors)")
    #expect(!result.output.contains("failed") && !result.output.contains("lost"), "\(result)")
    #expect(result.output.contains("verified"))
  }

  @Test func aProgramKilledAtAnyMomentLeavesOldOrNew() throws {
    let count = ProcessInfo.processInfo.environment["FLYCONF_KILLS"] ?? "200"
    let project = try ProcessProject()
    defer { project.remove() }
    let result = try project.shell(
      """
      printf old | "$0" secrets set stripe --category payment --purpose P --usage U >/dev/null
      was=old
      for i in $(seq \(count)); do
        printf 'new-%s' "$i" | "$0" secrets set stripe --quiet >/dev/null 2>&1 &
        pid=$!
        sleep "0.0$(printf '%02d' $((RANDOM % 70)))"
        kill -9 $pid 2>/dev/null
        wait $pid 2>/dev/null
        "$0" vault verify --quiet >/dev/null 2>errors || { echo "kill $i"; cat errors; }
        is=$("$0" secrets show stripe --reveal 2>errors)
        case "$is" in "$was"|"new-$i") was=$is ;; *) echo "kill $i: '$is' after '$was'" ;; esac
      done
      echo "last $was"
      """, interpreter: "/bin/bash")
    #expect(result.output.hasPrefix("last "), "\(result.output)\(result.errors)")
  }

  @Test func aFullDiskLeavesTheOldState() throws {
    let project = try ProcessProject()
    defer { project.remove() }
    let disk = project.folder.appending(path: "disk").path
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    guard try project.shell("mount -t tmpfs -o size=256k none '\(disk)'").exitCode == 0 else {
      print("skipped: no small disk can be mounted here, so that it is not filled")
      return
    }
    defer { _ = try? project.shell("umount '\(disk)'") }
    let result = try project.shell(
      """
      cp -r flyconf '\(disk)/'
      cd '\(disk)'
      printf old | "$0" secrets set stripe --category payment --purpose P --usage U >/dev/null
      head -c 1000000 /dev/zero > filler 2>/dev/null
      printf new | "$0" secrets set stripe >/dev/null; echo "exit $?"
      rm filler
      "$0" vault verify >/dev/null && "$0" secrets show stripe --reveal
      """)
    #expect(result.output == "exit 3\nold", "\(result)")
    #expect(result.errors.contains("the disk is full"), "\(result)")
  }
}

/// A project in a folder of its own that the program itself has made.
struct ProcessProject {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "flyconf-test-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let result = try shell("\"$0\" init --app harbour --name anna --no-input")
    guard result.exitCode == 0 else { throw ProgramFailure(result: result) }
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Runs a script in the folder; `$0` is the program.
  func shell(_ script: String, interpreter: String = "/bin/sh") throws -> ProgramResult {
    let home = folder.appending(path: ".home").path
    return try Program.shell(
      script, interpreter: interpreter, in: folder,
      environment: ["HOME": home, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""])
  }
}

struct ProgramFailure: Error {
  var result: ProgramResult
}
