namespace IamCore.AspNetCore.Context;

/// <summary>Who answers for a context key.</summary>
internal enum KeySource : byte
{
    /// <summary>The host's providers.</summary>
    Host,

    /// <summary>The engine or the caller's session alone (EV-011 to EV-013, ST-027): nothing of the request can set it.</summary>
    Engine,

    /// <summary>The resource object, else the host's providers.</summary>
    ResourceTag,

    /// <summary><c>aws:SourceIp</c>.</summary>
    SourceIp,

    /// <summary><c>aws:SecureTransport</c>.</summary>
    SecureTransport,

    /// <summary><c>aws:UserAgent</c>.</summary>
    UserAgent,

    /// <summary><c>aws:referer</c>.</summary>
    Referer,
}
