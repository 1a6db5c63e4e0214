import Synchronization

@testable import DeployModel

/// Counts the calls to a file system, and makes one of them, or all from one on, fail.
final class FaultPlan: Sendable {
  enum Extent: CaseIterable {
    /// The call fails, and those after it do not.
    case once
    /// Every call from there on fails, as if the program had been ended.
    case fromThenOn
  }

  struct Made: Equatable {
    var call: FileSystem.Call
    var path: String
  }

  private let made = Mutex<[Made]>([])
  private let place: Int
  private let extent: Extent
  private let code: Int32

  /// - Parameter place: The first call that fails, from 0; none if absent.
  init(at place: Int = .max, _ extent: Extent = .once, code: Int32 = 0) {
    self.place = place
    self.extent = extent
    self.code = code
  }

  var calls: [Made] { made.withLock { $0 } }

  var files: FileSystem {
    var files = FileSystem()
    files.fault = { call, path in
      let index = self.made.withLock { made in
        made.append(Made(call: call, path: path))
        return made.count - 1
      }
      let fails = self.extent == .once ? index == self.place : index >= self.place
      return fails ? self.code : nil
    }
    return files
  }
}
