namespace IamCore.Policies.Variables;

/// <summary>What a part of a text with variables is.</summary>
internal enum VariablePartKind : byte
{
    /// <summary>Text as it stands; in a glob its <c>*</c> and <c>?</c> are wildcards.</summary>
    Literal,

    /// <summary>One of <c>${*}</c>, <c>${?}</c>, <c>${$}</c>: the character itself, never a wildcard (PL-176).</summary>
    Escape,

    /// <summary>The value of a context key.</summary>
    Key,
}
