namespace IamCore.Policies.Requests;

/// <summary>How many values a key has (PL-110).</summary>
internal enum Cardinality : byte
{
    /// <summary>The request does not have the key.</summary>
    Absent,

    /// <summary>A string, number or boolean.</summary>
    Single,

    /// <summary>An array of any length.</summary>
    Many,
}
