namespace IamCore.Policies.Requests;

/// <summary>Whether a context key has one value or several (PL-210, EV-014).</summary>
internal enum ContextKeyShape : byte
{
    /// <summary>Not known: no warning is given.</summary>
    Unknown,

    /// <summary>One value.</summary>
    Single,

    /// <summary>Several values.</summary>
    Multivalued,
}
