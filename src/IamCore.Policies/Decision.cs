namespace IamCore.Policies;

/// <summary>The three answers (EV-020).</summary>
public enum Decision : byte
{
    /// <summary>Refused, because nothing allows or a limiting policy type withholds its allow (EV-022).</summary>
    ImplicitDeny,

    /// <summary>Refused, because a statement denies (EV-021).</summary>
    ExplicitDeny,

    /// <summary>Allowed.</summary>
    Allow,
}
