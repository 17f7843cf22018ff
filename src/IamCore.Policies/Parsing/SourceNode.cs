namespace IamCore.Policies.Parsing;

/// <summary>
/// One value of a JSON text and, in an object, its name. Positions are in bytes from the start of the text, half-open, and hold the whole
/// token: of strings the quotes too, of objects and arrays both braces.
/// </summary>
internal struct SourceNode
{
    /// <summary>What the value is.</summary>
    public SourceKind Kind;

    /// <summary>Whether the text of the value holds a backslash, so that it must be decoded.</summary>
    public bool IsEscaped;

    /// <summary>Whether the name holds a backslash.</summary>
    public bool IsNameEscaped;

    /// <summary>Where the value starts.</summary>
    public int Start;

    /// <summary>Where the value ends.</summary>
    public int End;

    /// <summary>Where the name's opening quote is; -1 for a value without a name.</summary>
    public int NameStart;

    /// <summary>Where the name ends, after its closing quote.</summary>
    public int NameEnd;

    /// <summary>The object or array this stands in; -1 for the document.</summary>
    public int Parent;

    /// <summary>The number of the first node after this one's descendants.</summary>
    public int Next;

    /// <summary>Place among the parent's children, from 0.</summary>
    public int Ordinal;

    /// <summary>Number of children.</summary>
    public int Count;
}
