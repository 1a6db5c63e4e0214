import Dispatch
import Synchronization
import Testing

@testable import DeployModel

@Suite struct KeyExpansionTests {
  private static let key: [UInt8] = (0..<32).map { $0 }

  private static func fresh(_ info: [UInt8], _ count: Int) throws -> [UInt8] {
    try HKDF.expand(SecureBytes(copying: key), info: info, count: count)
      .withBytes([UInt8].init)
  }

  /// Shorter, longer and equal ones in turn: nothing of one enters the next.
  @Test func givesEachInfoWhatAContextOfItsOwnWouldGive() throws {
    let expansion = try KeyExpansion(key: SecureBytes(copying: Self.key))
    let infos: [[UInt8]] = [
      [1, 2, 3], Array(repeating: 7, count: HKDF.maximumInfoCount), [1, 2, 3], [1], [1, 2], [2, 1],
    ]
    for info in infos {
      for count in [76, 1, 64, 200] {
        let bytes = try expansion.bytes(info: info, count: count).withBytes([UInt8].init)
        let expected = try Self.fresh(info, count)
        #expect(bytes == expected, "\(info.count) bytes of info, \(count) of output")
      }
    }
  }

  @Test func goesOnAfterWhatItRefuses() throws {
    let expansion = try KeyExpansion(key: SecureBytes(copying: Self.key))
    let tooLong = Array(repeating: UInt8(1), count: HKDF.maximumInfoCount + 1)
    for (info, count) in [(tooLong, 8), ([], 8), ([1], 0), ([1], 16_321)] {
      let outcome = Outcome { () throws(CryptographyError) in
        _ = try expansion.bytes(info: info, count: count)
      }
      #expect(outcome == .malformed)
    }
    let bytes = try expansion.bytes(info: [9], count: 32).withBytes([UInt8].init)
    let expected = try Self.fresh([9], 32)
    #expect(bytes == expected)
  }

  @Test func ofAKeyOfAnotherLengthSealsNothing() throws {
    var expansion = try KeyExpansion(key: SecureBytes(copying: [1, 2, 3]))
    let outcome = Outcome { () throws(CryptographyError) in
      _ = try Cobblestone.seal(Secret("x"), expanding: &expansion, context: [])
    }
    #expect(outcome == .malformed)
  }

  @Test func givesEachSaltOnce() throws {
    var expansion = try KeyExpansion(key: SecureBytes(copying: Self.key))
    var seen: Set<[UInt8]> = []
    for _ in 0..<1_000 {
      let salt = try expansion.newSalt()
      #expect(salt.count == 24)
      #expect(seen.insert(salt).inserted)
    }
  }

  /// Several threads seal and open under one key, each value under a context of its own.
  @Test func ofADataKeyServeSeveralThreadsAtOnce() throws {
    let key = try DataKey()
    let failures = Mutex<[Int]>([])
    DispatchQueue.concurrentPerform(iterations: 400) { index in
      func context(_ id: Int) -> SealingContext {
        SealingContext(vault: "", purpose: .value, entityID: "\(id)")
      }
      let opened = try? key.open(
        key.seal(Secret("value \(index)"), context: context(index)), context: context(index))
      let isOpenElsewhere =
        (try? key.open(
          key.seal(Secret("value \(index)"), context: context(index)),
          context: context(index + 1))) != nil
      if opened?.text() != "value \(index)" || isOpenElsewhere {
        failures.withLock { $0.append(index) }
      }
    }
    #expect(failures.withLock { $0 }.isEmpty)
  }
}
