extension UInt8 {
    /// A capital ASCII letter as its small one; anything else as it is.
    var lowered: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self + 32 : self }
}
