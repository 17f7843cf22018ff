using IamCore.Callers;

namespace IamCore.Federation;

/// <summary>The outcome of a sign-in: a session, or the roles to choose from.</summary>
/// <param name="Session">The sign-in session; <see langword="null"/> if a role must be chosen first.</param>
/// <param name="Choices">The roles to choose from, at least two; empty if there is a session.</param>
public sealed record SamlSignIn(Session? Session, ValueList<SamlRoleChoice> Choices);
