import DeployModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why the system does not start a program.
struct StartFailure: Error {
  /// The system's error code, such as `ENOENT`.
  var code: Int32

  func failure(_ name: String) -> Failure {
    switch code {
    case ENOENT:
      .cannotStart(
        name, .notFound, "it, or the interpreter that its first line names, is not there")
    case E2BIG:
      .cannotStart(
        name, .notExecutable, "its arguments and variables are too large for the system",
        help: "name the variables that it needs with --only")
    default: .cannotStart(name, .notExecutable, FileError("start", name, code: code).reason)
    }
  }
}
