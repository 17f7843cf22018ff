namespace IamCore.Policies.Linting.Catalog;

/// <summary>Types of a condition key (VA-204).</summary>
[Flags]
internal enum KeyTypes : ushort
{
    None = 0,
    String = 1,
    Arn = 2,
    Bool = 4,
    Numeric = 8,
    Date = 16,
    IpAddress = 32,
    Binary = 64,
    Null = 128,

    /// <summary>A type the table does not know: nothing is concluded from it.</summary>
    Unknown = 256,

    /// <summary>Some declared type is an array.</summary>
    Array = 512,

    /// <summary>Some declared type is not an array.</summary>
    Scalar = 1024,
}
