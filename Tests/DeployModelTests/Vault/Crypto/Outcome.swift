@testable import DeployModel

/// What kind of error a cryptographic call ended in, where the words do not matter.
enum Outcome: Equatable {
  case done, notAuthentic, malformed, library

  init(_ body: () throws(CryptographyError) -> Void) {
    do throws(CryptographyError) {
      try body()
      self = .done
    } catch {
      switch error {
      case .notAuthentic: self = .notAuthentic
      case .malformed: self = .malformed
      case .library: self = .library
      }
    }
  }
}
