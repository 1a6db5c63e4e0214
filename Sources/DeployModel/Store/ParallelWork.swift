import Dispatch
import Synchronization

/// Does the parts of long work at the same time, on as many processors as there are.
package enum ParallelWork {
  /// How many small elements one part has; shorter lists are not worth another thread.
  package static let partSize = 512

  /// What two pieces of work, neither of which waits for the other, come to.
  package static func both<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    let firstResult = Mutex<First?>(nil)
    let secondResult = Mutex<Second?>(nil)
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      if index == 0 {
        let result = first()
        firstResult.withLock { $0 = result }
      } else {
        let result = second()
        secondResult.withLock { $0 = result }
      }
    }
    // Both are there: the call above returns when all of its work is done.
    return (firstResult.withLock { $0 } ?? first(), secondResult.withLock { $0 } ?? second())
  }

  /// Work that goes on while its result is not needed yet.
  package struct Begun<Result: Sendable>: Sendable {
    fileprivate let group = DispatchGroup()
    fileprivate let kept = Kept()

    fileprivate final class Kept: Sendable {
      let result = Mutex<Result?>(nil)
    }

    /// Waits for the result.
    package func get() -> Result? {
      group.wait()
      return kept.result.withLock { $0 }
    }
  }

  /// Has another thread begin with some work.
  package static func begin<Result: Sendable>(
    _ work: @escaping @Sendable () -> Result
  ) -> Begun<Result> {
    let begun = Begun<Result>()
    DispatchQueue.global(qos: .userInitiated).async(group: begun.group) { [kept = begun.kept] in
      let result = work()
      kept.result.withLock { $0 = result }
    }
    return begun
  }

  /// Has another thread let go of a value: with thousands of entries that takes a while.
  package static func release<Value: Sendable>(_ value: consuming Value) -> Begun<Void> {
    let value = value
    return begin { withExtendedLifetime(value) {} }
  }

  /// What the work makes of each part of a list, in the order of the list.
  ///
  /// - Parameters:
  ///   - partSize: How many elements one part has: few where each is much work.
  ///   - work: Called from several threads; the parts are consecutive.
  package static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], inPartsOf partSize: Int = partSize,
    _ work: @Sendable (ArraySlice<Element>) -> Result
  ) -> [Result] {
    let starts = Array(stride(from: 0, to: elements.count, by: partSize))
    guard starts.count > 1 else { return [work(elements[...])] }
    let results = Mutex([Result?](repeating: nil, count: starts.count))
    DispatchQueue.concurrentPerform(iterations: starts.count) { index in
      let end = min(starts[index] + partSize, elements.count)
      let result = work(elements[starts[index]..<end])
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
