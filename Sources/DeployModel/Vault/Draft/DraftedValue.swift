#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// The value that an entry is to have, before it is sealed.
package enum DraftedValue: Sendable {
  case secret(Secret)
  case plain(String)
  case reference(UUID)
  case unset
  case destroyed
}
