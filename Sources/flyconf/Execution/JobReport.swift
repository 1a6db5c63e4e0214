#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the leader of a session tells about the program that it has started.
enum JobReport {
  /// It runs as a process of this number, the first of a group of its own.
  case started(pid_t)
  /// It could not be started, for a reason of this number.
  case failed(Int32)
  /// It was stopped by this signal.
  case stopped(Int32)
  /// It has ended with this status, as `waitpid` tells it.
  case ended(Int32)

  /// The number under which a leader has the pipe that it reports to.
  static let descriptor: Int32 = 3

  /// Two numbers: so little goes through a pipe in one piece.
  private typealias Record = (kind: Int32, number: Int32)

  func send() {
    let record: Record =
      switch self {
      case .started(let process): (0, process)
      case .failed(let code): (1, code)
      case .stopped(let signal): (2, signal)
      case .ended(let status): (3, status)
      }
    withUnsafeBytes(of: record) { _ = writeBytes(Self.descriptor, $0) }
  }

  /// The next report; nothing where none has come yet, or the leader is gone.
  static func receive(from descriptor: Int32) -> JobReport? {
    var record: Record = (0, 0)
    let count = withUnsafeMutableBytes(of: &record) { readBytes(descriptor, $0) }
    guard count == MemoryLayout<Record>.size else { return nil }
    return switch record.kind {
    case 0: .started(record.number)
    case 1: .failed(record.number)
    case 2: .stopped(record.number)
    default: .ended(record.number)
    }
  }
}
