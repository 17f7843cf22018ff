namespace IamCore.Policies.Parsing;

/// <summary>What a value of a JSON text is.</summary>
internal enum SourceKind : byte
{
    Object,
    Array,
    String,
    Number,
    True,
    False,
    Null,
}
