import Dispatch
import Synchronization

/// Does the parts of long work at the same time, on as many processors as there are.
enum ParallelWork {
  /// How many elements one part has; shorter lists are not worth another thread.
  private static let partSize = 512

  /// What the work makes of each part of a list, in the order of the list.
  ///
  /// - Parameter work: Called from several threads; the parts are consecutive.
  static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ work: @Sendable (ArraySlice<Element>) -> Result
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
