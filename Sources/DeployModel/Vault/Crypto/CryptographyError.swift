import COpenSSL

/// Why a cryptographic operation gave no result; no case ever carries secret bytes.
package enum CryptographyError: Error, Hashable {
  /// The bytes are not what the holder of the key made: another key, another context, or a change.
  case notAuthentic
  /// The input has a shape that no valid input has, in words fit for a message.
  case malformed(String)
  /// A call to libcrypto failed: its name and libcrypto's reason.
  case library(String)
}

extension CryptographyError {
  /// The failure of the call just made, with libcrypto's reason if it gave one.
  ///
  /// The oldest entry in the thread's queue is the cause of the others. The queue is left empty,
  /// so that no later failure is explained by this one.
  static func failure(of call: StaticString) -> CryptographyError {
    let code = ERR_get_error()
    ERR_clear_error()
    guard code != 0, let reason = ERR_reason_error_string(code) else {
      return .library("\(call) failed")
    }
    return .library("\(call) failed: \(String(cString: reason))")
  }

  /// Throws unless a call returned 1, which is libcrypto's one sign of success.
  static func check(_ result: Int32, _ call: StaticString) throws(CryptographyError) {
    guard result == 1 else { throw failure(of: call) }
  }

  /// A count as libcrypto takes it.
  static func count(_ count: Int) throws(CryptographyError) -> Int32 {
    guard let count = Int32(exactly: count) else {
      throw .malformed("\(count) bytes at once, where at most \(Int32.max) are expected")
    }
    return count
  }

  /// Throws unless something has exactly the number of bytes that it must have.
  static func require(
    _ count: Int, is expected: Int, of what: StaticString
  ) throws(CryptographyError) {
    guard count == expected else {
      throw .malformed("\(what) has \(count) bytes, where \(expected) are expected")
    }
  }
}
