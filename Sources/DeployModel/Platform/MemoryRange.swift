/// The amounts of memory that a machine with so many CPUs can have.
public struct MemoryRange: Hashable, Sendable {
  /// The least and the most, in megabytes.
  public let megabytes: ClosedRange<Int>

  /// Every amount is a multiple of this, in megabytes.
  public let step: Int

  /// True for an amount, in megabytes, that the platform accepts.
  public func contains(_ amount: Int) -> Bool {
    megabytes.contains(amount) && amount % step == 0
  }

  /// The legal amounts just below and just above, in megabytes.
  public func nearestMemory(to amount: Int) -> Neighbours {
    if amount < megabytes.lowerBound { return Neighbours(below: nil, above: megabytes.lowerBound) }
    if amount > megabytes.upperBound { return Neighbours(below: megabytes.upperBound, above: nil) }
    let below = amount - amount % step
    return Neighbours(below: below, above: below == amount ? amount : below + step)
  }
}
