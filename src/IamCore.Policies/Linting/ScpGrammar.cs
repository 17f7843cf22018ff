namespace IamCore.Policies.Linting;

/// <summary>Grammars of service control policies.</summary>
public enum ScpGrammar : byte
{
    /// <summary>The whole language, as since September 2025 (PL-012).</summary>
    Full,

    /// <summary>The narrow grammar of before.</summary>
    Classic,
}
