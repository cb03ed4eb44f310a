package org.turnpike.credentialservice.rules;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For the OpenAPI document: the call may be repeated without creating anything twice. */
@Parameter(
    in = ParameterIn.HEADER,
    name = OncePerKey.HEADER,
    description = "of the caller's choosing: repeating the call with it creates nothing twice",
    schema = @Schema(type = "string", maxLength = 255))
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RepeatsSafely {}
