@echo off
rem Runs the Maven that lies in .mvn\wrapper: checks it, unpacks it once into the user's Maven folder, hands over to it.
rem Needs a JDK 17 or newer and nothing else; see docs\decisions\0001-maven-in-the-tree.md.
setlocal EnableExtensions DisableDelayedExpansion

set "MW_HOME=%~dp0"
if "%MW_HOME:~-1%"=="\" set "MW_HOME=%MW_HOME:~0,-1%"
set "MW_NO_JDK=mvnw: no JDK 17 or newer found: install one and put its java and javac on PATH, or set JAVA_HOME to its folder"

if defined JAVA_HOME goto haveJava
for %%i in (javac.exe) do set "MW_JAVAC=%%~$PATH:i"
if not defined MW_JAVAC goto noJdk
rem The javac on PATH may be a forwarder; the JDK itself says where it lives.
for %%i in (java.exe) do set "MW_JAVA=%%~$PATH:i"
if not defined MW_JAVA goto noJdk
for /f "tokens=1,* delims==" %%a in ('""%MW_JAVA%" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.home ="') do set "JAVA_HOME=%%b"
if not defined JAVA_HOME goto noJdk
set "JAVA_HOME=%JAVA_HOME:~1%"

:haveJava
if not exist "%JAVA_HOME%\bin\javac.exe" goto noJdk
set "MW_MAJOR="
for /f "tokens=2 delims==." %%v in ('findstr /b /c:"JAVA_VERSION=" "%JAVA_HOME%\release" 2^>nul') do set "MW_MAJOR=%%~v"
if not defined MW_MAJOR goto noJdk
set "MW_MAJOR=%MW_MAJOR:"=%"
if %MW_MAJOR% LSS 17 goto noJdk

for /f "usebackq tokens=1,2 delims==" %%a in ("%MW_HOME%\.mvn\wrapper\maven-wrapper.properties") do (
    if "%%a"=="mavenVersion" set "MW_VERSION=%%b"
    if "%%a"=="distributionSha512Sum" set "MW_SUM=%%b"
)
if not defined MW_VERSION goto noProperties
if not defined MW_SUM goto noProperties

set "MW_USER=%MAVEN_USER_HOME%"
if not defined MW_USER set "MW_USER=%USERPROFILE%\.m2"
set "MW_DISTS=%MW_USER%\wrapper\dists"
set "MW_NAME=heliograph-maven-%MW_VERSION%-%MW_SUM:~0,16%"
set "MW_MAVEN=%MW_DISTS%\%MW_NAME%"
if exist "%MW_MAVEN%\bin\mvn.cmd" goto run

set "MW_ZIP=%MW_HOME%\.mvn\wrapper\apache-maven-%MW_VERSION%-bin.zip"
if not exist "%MW_ZIP%" (
    echo mvnw: "%MW_ZIP%" is missing>&2
    exit /b 1
)
set "MW_FOUND="
for /f "skip=1 delims=" %%h in ('certutil -hashfile "%MW_ZIP%" SHA512') do if not defined MW_FOUND set "MW_FOUND=%%h"
if not defined MW_FOUND goto badSum
set "MW_FOUND=%MW_FOUND: =%"
if /i not "%MW_FOUND%"=="%MW_SUM%" goto badSum

rem Unpacks beside the destination and renames: whoever comes second throws its own copy away.
if not exist "%MW_DISTS%" mkdir "%MW_DISTS%"
set "MW_SCRATCH=%MW_MAVEN%.%RANDOM%%RANDOM%"
mkdir "%MW_SCRATCH%" || exit /b 1
pushd "%MW_SCRATCH%"
"%JAVA_HOME%\bin\jar.exe" xf "%MW_ZIP%"
if errorlevel 1 (
    popd
    rmdir /s /q "%MW_SCRATCH%"
    echo mvnw: cannot unpack "%MW_ZIP%">&2
    exit /b 1
)
popd
if not exist "%MW_MAVEN%" move "%MW_SCRATCH%\apache-maven-%MW_VERSION%" "%MW_MAVEN%" >nul 2>&1
if exist "%MW_MAVEN%\apache-maven-%MW_VERSION%" rmdir /s /q "%MW_MAVEN%\apache-maven-%MW_VERSION%"
rmdir /s /q "%MW_SCRATCH%"
if not exist "%MW_MAVEN%\bin\mvn.cmd" (
    echo mvnw: cannot create "%MW_MAVEN%">&2
    exit /b 1
)

:run
set "MAVEN_HOME="
set "M2_HOME="
set "MAVEN_BASEDIR=%MW_HOME%"
call "%MW_MAVEN%\bin\mvn.cmd" %*
exit /b %ERRORLEVEL%

:noJdk
echo %MW_NO_JDK%>&2
exit /b 1

:noProperties
echo mvnw: .mvn\wrapper\maven-wrapper.properties names no version or no checksum>&2
exit /b 1

:badSum
echo mvnw: "%MW_ZIP%" is not the file that maven-wrapper.properties names>&2
exit /b 1
