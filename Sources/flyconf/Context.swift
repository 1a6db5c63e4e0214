import CommandKit
import DeployModel
import FoundationEssentials

/// Everything outside the program that a command may touch.
///
/// The tool is a function of its arguments and a context, so that tests run it in their own
/// process with a folder, a clock and a console that they know.
struct Context: Sendable {
  /// The folder in which the tool was started, as an absolute path.
  var folder: String
  var environment: [String: String]
  var files: FileSystem
  var console: Console
  /// The time of day.
  var clock: @Sendable () -> Timestamp
  /// Time that only moves forward, for saying how long something took.
  var stopwatch: @Sendable () -> Duration
  var makeID: @Sendable () -> UUID
  /// The number that the system knows the user by, as the owner of files.
  var user: UInt32
  /// Runs a program in place of this one, and tells how it has ended where this one goes on.
  var execute: @Sendable (Launch) throws -> ProgramEnd
  /// Begins to look for signals that end the program, which then goes on until it has looked.
  var watchInterruptions: @Sendable () -> InterruptionWatch
  var options = SharedOptions()
}

extension Context {
  /// A path as it is meant on the command line: relative to the folder of the start.
  func absolute(_ path: String) -> String { Path.normalized(Path.join(folder, path)) }

  /// A path as it is shown: relative if it lies inside the folder of the start.
  func shown(_ path: String) -> String { Path.shown(path, from: folder) }

  /// The moment for which dates are judged: `--now`, else `FLYCONF_NOW`, else the clock.
  func now() throws -> Timestamp {
    if let now = options.now { return now.timestamp }
    guard let text = environment["FLYCONF_NOW"], !text.isEmpty else { return clock() }
    do {
      return try Timestamp(text)
    } catch {
      throw Failure(.usage, "FLYCONF_NOW: \(error.reason)", help: error.help)
    }
  }

  /// The time that what is written bears: the clock's, whatever a report is made for.
  func timeOfWriting() -> Timestamp {
    if options.now != nil {
      console.note("note: what is written bears the time of the clock: --now is left aside")
    }
    return clock()
  }

  /// The folder that the user names as the project, by flag or by environment.
  private var namedProject: String? {
    options.project ?? environment["FLYCONF_PROJECT"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Where the project is: named, or in the nearest folder upward.
  func layout() throws -> ProjectLayout? {
    guard let named = namedProject else { return try ProjectLayout.nearest(to: folder, files) }
    if let layout = try ProjectLayout.at(absolute(named), files) { return layout }
    throw Failure(
      .couldNotRun, "'\(named)' holds no project: there is no deployment.json in it",
      help: "name the folder that holds deployment.json or flyconf/deployment.json")
  }

  /// The store of the project.
  func store() throws -> ProjectStore {
    if let layout = try layout() { return ProjectStore(layout, files) }
    throw Failure(
      .couldNotRun,
      "no project in '\(folder)' or above it: there is no flyconf/deployment.json",
      help: "run `flyconf init` to make one, or name its folder with --project DIR")
  }

  /// The project, read in one pass.
  func open() throws -> ProjectSnapshot { try lock(.reading, hasVault: false).contents.snapshot }

  /// The project, read in one pass, with what verifying its vault has found.
  func openVerified() throws -> ProjectSnapshot {
    let inspection = try VaultInspection.read(.reading, in: self)
    inspection.remember()
    return inspection.project.snapshot(
      inspection.verification, with: inspection.faults, naming: shown)
  }
}

extension Context {
  /// Whether a link stands at a path that leads out of the repository, so that what it leads to is
  /// not what anyone wants to see in a report.
  func isOutsideLink(at path: String) -> Bool {
    OutsideLink.isFound(at: path, files)
  }

  /// - Throws: `Failure` if such a link stands there.
  func refuseOutsideLink(at path: String) throws {
    guard isOutsideLink(at: path) else { return }
    throw Failure(
      "'\(shown(path))' is \(OutsideLink.description), so it is not read",
      help: "\(OutsideLink.help), or name the file that the link leads to")
  }
}
