using IamCore.Callers;

namespace IamCore.Federation;

/// <summary>What came of it: a session, or the roles to choose from.</summary>
/// <param name="Session">The sign-in session; <see langword="null"/> where a choice is to be made first.</param>
/// <param name="Choices">The roles that the assertion names, at least two where a choice is to be made; otherwise none.</param>
public sealed record SamlSignIn(Session? Session, ValueList<SamlRoleChoice> Choices);
