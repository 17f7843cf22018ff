namespace IamCore.Credentials.Secrets;

/// <summary>What something is sealed for. Two purposes never share a derived key (ST-002). The numbers are persisted.</summary>
public enum SecretPurpose : byte
{
    /// <summary>No purpose; rejected.</summary>
    None,

    /// <summary>The session token of temporary credentials.</summary>
    Session,

    /// <summary>A sign-in token of a broker (ST-128).</summary>
    SignIn,

    /// <summary>A challenge between two steps of a sign-in (CR-025).</summary>
    Challenge,

    /// <summary>An invitation of an Identity Center user (ST-137).</summary>
    Invitation,

    /// <summary>An encoded authorization message (ST-095).</summary>
    AuthorizationMessage,

    /// <summary>A service bearer token (ST-096).</summary>
    Bearer,

    /// <summary>A list marker (ID-265).</summary>
    Marker,

    /// <summary>A secret at rest (CR-105).</summary>
    Secret,

    /// <summary>A session of the access portal (ST-148).</summary>
    Portal,
}
